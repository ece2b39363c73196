package gov.mt.opi.aim.statestore.held;

import java.util.Optional;
import java.util.UUID;

/**
 * What a held line waits for.
 *
 * @param inWords who must act, for people
 * @param districtNumber the other district that must act; it sees the line too
 * @param studentKey the student whose enrollments, when they change, make the line be judged again
 */
public record WaitsFor(String inWords, Optional<String> districtNumber, Optional<UUID> studentKey) {

    /** Something that no district does. */
    public static WaitsFor of(String inWords) {
        return new WaitsFor(inWords, Optional.empty(), Optional.empty());
    }
}
