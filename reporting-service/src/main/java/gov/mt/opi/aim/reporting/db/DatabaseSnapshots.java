package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.SnapshotTaken;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Snapshots in this service's schema. */
@ApplicationScoped
class DatabaseSnapshots implements Snapshots {

    /** One snapshot is taken at a time, in the whole system: revisions follow each other, and so does the load. */
    private static final long TAKING = 0x41494D_0001L;

    private static final String FREEZE =
            """
            INSERT INTO snapshot_row (snapshot_id, student_key, district, school, grade, race_ethnicity, gender,
                                      service_type, lunch, sped, section504, lep_status, homeless, immigrant, title_i,
                                      hours, portion_absent)
            SELECT :id, m.student_key, m.district, m.school, m.grade, m.race_ethnicity, m.gender, m.service_type, m.lunch,
                   m.sped, m.section504, m.lep_status, m.homeless, m.immigrant, m.title_i,
                   coalesce(a.hours, ''), a.portion_absent
            FROM (%s) AS m
            LEFT JOIN (
                SELECT DISTINCT ON (place) * FROM attendance ORDER BY place, changed_at DESC, attendance_key
            ) a ON a.place = m.place
            ORDER BY m.student_key
            """;

    private static final String ROWS =
            """
            SELECT concat_ws(E'\\t', student_key, district, school, grade, race_ethnicity, gender, service_type, lunch,
                             sped, section504, lep_status, homeless, immigrant, title_i, hours,
                             coalesce(portion_absent::text, ''))
            FROM snapshot_row WHERE snapshot_id = :id ORDER BY student_key
            """;

    private final Jdbi database;
    private final Outbox outbox;

    @Inject
    DatabaseSnapshots(DataSource database, Outbox outbox) {
        this.database = Jdbi.create(database);
        this.outbox = outbox;
    }

    @Override
    public Snapshot take(SnapshotOrder order) {
        Snapshot taken = database.withHandle(handle -> {
            // Before the transaction begins, because its view of the database begins with its first statement.
            handle.execute("SELECT pg_advisory_lock(?)", TAKING);
            try {
                return handle.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ, transaction -> freeze(transaction, order));
            } finally {
                handle.execute("SELECT pg_advisory_unlock(?)", TAKING);
            }
        });
        outbox.committed();
        return taken;
    }

    @Override
    public List<Snapshot> newestFirst(long offset, int limit) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM snapshot ORDER BY taken_at DESC, snapshot_id LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> snapshot(row))
                .list());
    }

    @Override
    public long count() {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM snapshot")
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
    public Counts membership(Snapshot snapshot, Slice slice) {
        return database.withHandle(
                handle -> Members.of(snapshot.id()).count(handle, slice, Optional.ofNullable(snapshot.asOf())));
    }

    private Snapshot freeze(Handle transaction, SnapshotOrder order) {
        Moment moment = Moment.of(transaction);
        Members.joinByHash(transaction);
        Members members = Members.on(order.countDate(), false);
        members.bind(transaction.createUpdate(FREEZE.formatted(members.relation())))
                .bind("id", order.id())
                .execute();
        RowHash hash = new RowHash();
        try (var rows = transaction.createQuery(ROWS).bind("id", order.id()).setFetchSize(5_000)) {
            rows.mapTo(String.class).forEach(hash::add);
        }
        Snapshot taken = new Snapshot(
                order.id(),
                order.name(),
                order.countDate(),
                nextRevision(transaction, order),
                hash.rows(),
                hash.sha256(),
                order.takenAt(),
                moment.asOf().orElse(null),
                RuleCatalogue.VERSION,
                order.takenBy());
        insert(transaction, taken);
        tell(transaction, taken);
        return taken;
    }

    private void tell(Handle transaction, Snapshot taken) {
        try {
            outbox.write(transaction.getConnection(), List.of(event(taken)));
        } catch (SQLException e) {
            throw new IllegalStateException("the snapshot's event could not be kept", e);
        }
    }

    private static int nextRevision(Handle transaction, SnapshotOrder order) {
        return transaction
                .createQuery("SELECT coalesce(max(revision), 0) + 1 FROM snapshot"
                        + " WHERE name = :name AND count_date = :countDate")
                .bind("name", order.name())
                .bind("countDate", order.countDate())
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle transaction, Snapshot snapshot) {
        transaction
                .createUpdate(
                        "INSERT INTO snapshot (snapshot_id, name, count_date, revision, students, sha256, taken_at,"
                                + " taken_by, as_of, rule_set_version) VALUES (:id, :name, :countDate, :revision, :rows, :sha256,"
                                + " :takenAt, :takenBy, :asOf, :ruleSetVersion)")
                .bindMethods(snapshot)
                .execute();
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

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getObject("snapshot_id", UUID.class),
                row.getString("name"),
                row.getObject("count_date", LocalDate.class),
                row.getInt("revision"),
                row.getLong("students"),
                row.getString("sha256"),
                instant(row, "taken_at"),
                instant(row, "as_of"),
                row.getString("rule_set_version"),
                row.getString("taken_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
