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

    /**
     * Keeps the planner from nested loops for the rest of the transaction. Until the tables were analysed, which is minutes
     * after a first load, it takes them for nearly empty and would compare every member with every other.
     */
    static void joinByHash(Handle transaction) {
        transaction.execute("SET LOCAL enable_nestloop = off");
    }
}
