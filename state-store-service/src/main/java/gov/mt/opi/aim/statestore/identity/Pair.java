package gov.mt.opi.aim.statestore.identity;

import java.util.UUID;

/**
 * Two students, in the order of their keys. Keys grow with time: the first is the older one.
 *
 * @param older the student who was known first
 * @param newer the other one
 */
public record Pair(UUID older, UUID newer) {

    /** The two, in whatever order they are given. */
    public static Pair of(UUID one, UUID two) {
        // By their text, as the database orders them: UUID.compareTo is signed.
        return one.toString().compareTo(two.toString()) <= 0 ? new Pair(one, two) : new Pair(two, one);
    }
}
