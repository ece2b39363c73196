package gov.mt.opi.aim.statestore.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was recorded, for those who watch. */
public interface AuditTrail {

    /**
     * Which entries a caller looks for; what is empty does not narrow.
     *
     * @param who name of the one who did it
     * @param action what was done
     * @param stateId the student it concerns
     * @param since not before this moment
     */
    record Search(
            Optional<String> who, Optional<AuditAction> action, Optional<String> stateId, Optional<Instant> since) {}

    /**
     * An entry as it was recorded.
     *
     * @param id its number; grows
     * @param at when, UTC
     * @param who name of the one who did it
     * @param action what was done
     * @param studentKeys opaque keys of the students it concerns
     * @param about further ids and codes
     */
    record Recorded(
            long id, Instant at, String who, AuditAction action, List<UUID> studentKeys, Map<String, String> about) {}

    /** Entries, newest first. */
    List<Recorded> find(Search search, long offset, int limit);

    long count(Search search);
}
