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
 * @param primary the days it covers as a Primary enrollment; empty for everything else
 * @param fields values by property; empty where only a decision is to be made
 * @param contentHash hash of the fields: equal when nothing changed
 * @param version grows with every change
 * @param source where it comes from
 */
public record StoredRecord(
        UUID key,
        UUID studentKey,
        List<String> naturalKey,
        Optional<PrimaryPeriod> primary,
        Map<String, Object> fields,
        UUID contentHash,
        long version,
        SourceVersion source) {}
