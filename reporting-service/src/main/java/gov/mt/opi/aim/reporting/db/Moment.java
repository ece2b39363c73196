package gov.mt.opi.aim.reporting.db;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A state of the read model. Every batch makes a new one.
 *
 * @param batches batches applied until then
 * @param asOf when the last one was applied
 */
record Moment(long batches, Optional<Instant> asOf) {

    static Moment of(Handle handle) {
        return handle.createQuery("SELECT coalesce(sum(batches), 0)::bigint, max(applied_at) FROM position")
                .map((row, context) -> new Moment(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one();
    }
}
