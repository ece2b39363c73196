package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record of the view.
 *
 * @param key opaque key of the thing, the same for ever
 * @param studentKey whose it is
 * @param naturalKey values of the kind's natural key, as text
 * @param enrollment the stay at a school that it tells; empty for other kinds
 * @param fields values by property; only those that rules look at where only a decision is to be made
 * @param contentHash hash of the fields: equal when nothing changed
 * @param version grows with every change
 * @param source where it comes from
 */
public record StoredRecord(
        UUID key,
        UUID studentKey,
        List<String> naturalKey,
        Optional<Enrollment> enrollment,
        Map<String, Object> fields,
        UUID contentHash,
        long version,
        SourceVersion source) {

    /** Equal to no hash of fields. */
    private static final UUID NO_CONTENT = new UUID(0, 0);

    /** A record that was taken out of the view: which thing it was, its last version, and how new what was said of it is. */
    public static StoredRecord voided(
            UUID key, UUID studentKey, List<String> naturalKey, long version, SourceVersion source) {
        return new StoredRecord(key, studentKey, naturalKey, Optional.empty(), Map.of(), NO_CONTENT, version, source);
    }

    /** This record taken out, which is a version of its own. */
    public StoredRecord gone(SourceVersion newest) {
        return voided(key, studentKey, naturalKey, version + 1, newest);
    }
}
