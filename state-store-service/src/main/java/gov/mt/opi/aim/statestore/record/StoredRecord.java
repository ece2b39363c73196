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
        SourceVersion source) {}
