package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.SnapshotTaken;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import gov.mt.opi.aim.reporting.snapshot.StudentDifference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Snapshots in this service's schema. */
@ApplicationScoped
class DatabaseSnapshots implements Snapshots {

    /** One snapshot is taken at a time, in the whole system: revisions follow each other, and so does the load. */
    private static final long TAKING = 0x41494D_0001L;

    private final Jdbi database;
    private final Outbox outbox;

    @Inject
    DatabaseSnapshots(DataSource database, Outbox outbox) {
        this.database = Jdbi.create(database);
        this.outbox = outbox;
    }

    @Override
    public Snapshot take(SnapshotOrder order) {
        Snapshot taken = alone(transaction -> freeze(transaction, order));
        outbox.committed();
        return taken;
    }

    @Override
    public Optional<Snapshot> takeUnlessTakenAfter(LocalDate day, SnapshotOrder order) {
        Optional<Snapshot> taken = alone(transaction -> {
            boolean isTaken = transaction
                    .createQuery(
                            "SELECT EXISTS (SELECT FROM snapshot WHERE collection = :collection AND district IS NULL"
                                    + " AND (taken_at AT TIME ZONE 'America/Denver')::date > :day)")
                    .bind("collection", order.collection().orElse(null))
                    .bind("day", day)
                    .mapTo(Boolean.class)
                    .one();
            return isTaken ? Optional.empty() : Optional.of(freeze(transaction, order));
        });
        outbox.committed();
        return taken;
    }

    /** Does something in which a snapshot is taken, in a transaction of its own and while nobody else takes one. */
    <T> T alone(Function<Handle, T> work) {
        return database.withHandle(handle -> {
            // Before the transaction begins, because its view of the database begins with its first statement.
            handle.execute("SELECT pg_advisory_lock(?)", TAKING);
            try {
                return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
            } finally {
                handle.execute("SELECT pg_advisory_unlock(?)", TAKING);
            }
        });
    }

    /** Takes a snapshot within a transaction that {@link #alone} began. */
    Snapshot freeze(Handle transaction, SnapshotOrder order) {
        Snapshot taken = Freezing.freeze(transaction, order);
        tell(transaction, taken);
        Audit.add(transaction, taken.takenBy(), "took snapshot", taken.id().toString());
        return taken;
    }

    @Override
    public List<Snapshot> newestFirst(Optional<String> name, long offset, int limit) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM snapshot WHERE :name::text IS NULL OR name = :name"
                                + " ORDER BY taken_at DESC, snapshot_id LIMIT :limit OFFSET :offset")
                        .bind("name", name.orElse(null))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> snapshot(row))
                        .list());
    }

    @Override
    public long count(Optional<String> name) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM snapshot WHERE :name::text IS NULL OR name = :name")
                        .bind("name", name.orElse(null))
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Optional<Snapshot> find(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM snapshot WHERE snapshot_id = :id")
                .bind("id", id)
                .map((row, context) -> snapshot(row))
                .findOne());
    }

    @Override
    public Optional<Snapshot> before(Snapshot snapshot) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM snapshot WHERE name = :name AND count_date = :countDate"
                                + " AND district IS NOT DISTINCT FROM :district AND revision < :revision"
                                + " ORDER BY revision DESC LIMIT 1")
                        .bindMethods(snapshot)
                        .map((row, context) -> snapshot(row))
                        .findOne());
    }

    @Override
    public Counts membership(Snapshot snapshot, Slice slice) {
        return database.withHandle(handle -> FrozenMembers.count(handle, snapshot, slice));
    }

    @Override
    public List<StudentDifference> differences(
            Snapshot from, Snapshot to, Optional<String> district, long offset, int limit) {
        return database.withHandle(handle -> SnapshotDifferences.list(handle, from, to, district, offset, limit));
    }

    @Override
    public long differenceCount(Snapshot from, Snapshot to, Optional<String> district) {
        return database.withHandle(handle -> SnapshotDifferences.count(handle, from, to, district));
    }

    private void tell(Handle transaction, Snapshot taken) {
        try {
            outbox.write(transaction.getConnection(), List.of(event(taken)));
        } catch (SQLException e) {
            throw new IllegalStateException("the snapshot's event could not be kept", e);
        }
    }

    private static OutgoingEvent event(Snapshot snapshot) {
        String id = snapshot.id().toString();
        SnapshotTaken fact = new SnapshotTaken(
                1,
                snapshot.id(),
                snapshot.name(),
                snapshot.countDate(),
                snapshot.revision(),
                snapshot.rows(),
                snapshot.sha256(),
                snapshot.takenAt());
        return new OutgoingEvent(Topic.SNAPSHOT, id, id, "aim.snapshot.taken", EventJson.write(fact));
    }

    static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getObject("snapshot_id", UUID.class),
                row.getString("name"),
                row.getObject("count_date", LocalDate.class),
                row.getInt("revision"),
                row.getLong("students"),
                row.getString("sha256"),
                Columns.instant(row, "taken_at").orElseThrow(),
                Columns.instant(row, "as_of").orElse(null),
                row.getString("rule_set_version"),
                row.getString("taken_by"),
                row.getString("district"),
                row.getString("collection"));
    }
}
