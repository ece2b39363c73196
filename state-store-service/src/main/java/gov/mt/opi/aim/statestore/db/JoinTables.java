package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.ThingKind;
import gov.mt.opi.aim.statestore.identity.Joins;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Merges of State IDs: what moves, what it leaves behind to be undone. */
final class JoinTables implements Joins {

    private final Connection connection;
    private final Instant now;
    private final JoinedIdentities identities;

    JoinTables(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
        this.identities = new JoinedIdentities(connection);
    }

    @Override
    public Optional<Holder> holder(String stateId) {
        return rethrown(() -> Query.list(
                        connection,
                        "SELECT x.student_key, x.state_id, s.student_key AS survivor, s.state_id AS survivor_id"
                                + " FROM student x LEFT JOIN student s ON s.student_key = x.retired_into"
                                + " WHERE x.state_id = ?",
                        List.of(stateId),
                        JoinTables::holder)
                .stream()
                .findFirst());
    }

    private static Holder holder(ResultSet row) throws SQLException {
        UUID survivor = row.getObject("survivor", UUID.class);
        return new Holder(
                row.getObject("student_key", UUID.class),
                row.getString("state_id"),
                survivor == null
                        ? Optional.empty()
                        : Optional.of(new Holder(survivor, row.getString("survivor_id"), Optional.empty())));
    }

    @Override
    public List<StoredRecord> records(RecordKind kind, UUID student) {
        RecordTable table = RecordTable.of(kind);
        return rethrown(() -> Query.list(
                connection,
                "SELECT * FROM " + table.name() + " WHERE student_key = ?",
                List.of(student),
                table::whole));
    }

    @Override
    public void begin(UUID loser, UUID survivor, String by, String reason) {
        rethrown(() -> {
            identities.recognise();
            identities.keepOwn(loser);
            identities.keepOwn(survivor);
            Query.run(
                    connection,
                    "INSERT INTO student_merge (loser, survivor, reason, merged_by, merged_at) VALUES (?, ?, ?, ?, ?)",
                    loser,
                    survivor,
                    reason,
                    by,
                    now.atOffset(ZoneOffset.UTC));
            Query.run(
                    connection,
                    "UPDATE student SET version = version + 1, changed_at = ?,"
                            + " retired_into = CASE WHEN student_key = ? THEN NULL ELSE ?::uuid END"
                            + " WHERE student_key IN (?, ?) OR retired_into = ?",
                    now.atOffset(ZoneOffset.UTC),
                    survivor,
                    survivor,
                    loser,
                    survivor,
                    loser);
            identities.move(loser, survivor);
            identities.takeNewest(survivor);
            // Whoever is not the loser is not the survivor either.
            Query.run(
                    connection,
                    "INSERT INTO not_same SELECT LEAST(?::uuid, o.student_key), GREATEST(?::uuid, o.student_key),"
                            + " o.decided_by, o.decided_at FROM (SELECT CASE WHEN student_key = ? THEN other_key"
                            + " ELSE student_key END AS student_key, decided_by, decided_at FROM not_same"
                            + " WHERE student_key = ? OR other_key = ?) o WHERE o.student_key <> ?"
                            + " ON CONFLICT DO NOTHING",
                    survivor,
                    survivor,
                    loser,
                    loser,
                    loser,
                    survivor);
            return null;
        });
    }

    @Override
    public boolean isMerged(UUID loser) {
        return rethrown(() -> !Query.list(
                        connection,
                        "SELECT 1 FROM student_merge WHERE loser = ? AND undone_at IS NULL",
                        List.of(loser),
                        row -> row.getInt(1))
                .isEmpty());
    }

    @Override
    public Map<RecordKind, Set<UUID>> undo(UUID loser, UUID survivor, String by, String reason) {
        return rethrown(() -> {
            identities.recognise();
            identities.keepOwn(survivor);
            Query.run(
                    connection,
                    "UPDATE student_merge SET undone_by = ?, undone_reason = ?, undone_at = ?"
                            + " WHERE loser = ? AND undone_at IS NULL",
                    by,
                    reason,
                    now.atOffset(ZoneOffset.UTC),
                    loser);
            // Students who were merged into the loser before are the loser's again.
            Query.run(
                    connection,
                    "WITH RECURSIVE below(student_key) AS (SELECT ?::uuid UNION SELECT m.loser FROM student_merge m"
                            + " JOIN below b ON m.survivor = b.student_key WHERE m.undone_at IS NULL)"
                            + " UPDATE student s SET version = version + 1, changed_at = ?,"
                            + " retired_into = CASE WHEN s.student_key IN (?, ?) THEN NULL ELSE ?::uuid END"
                            + " WHERE s.student_key IN (SELECT student_key FROM below) OR s.student_key = ?",
                    loser,
                    now.atOffset(ZoneOffset.UTC),
                    loser,
                    survivor,
                    loser,
                    survivor);
            identities.moveBack(survivor);
            identities.takeNewest(survivor);
            identities.takeNewest(loser);
            identities.completeHistory(Set.of(loser, survivor), now);
            Map<RecordKind, Set<UUID>> back = new EnumMap<>(RecordKind.class);
            for (RecordKind kind : RecordKind.values()) {
                back.put(
                        kind,
                        new HashSet<>(Query.list(
                                connection,
                                "UPDATE " + RecordTable.of(kind).name() + " t SET student_key = ?,"
                                        + " version = t.version + 1, changed_at = ? FROM merged_thing i"
                                        + " JOIN student o ON o.student_key = i.origin WHERE t.student_key = ?"
                                        + " AND i.kind = ? AND i.item = t.record_key::text"
                                        + " AND COALESCE(o.retired_into, o.student_key) = ? RETURNING t.record_key",
                                List.of(loser, now.atOffset(ZoneOffset.UTC), survivor, kind.name(), loser),
                                row -> row.getObject(1, UUID.class))));
            }
            return back;
        });
    }

    @Override
    public void move(RecordKind kind, Collection<UUID> records, UUID to) {
        if (records.isEmpty()) {
            return;
        }
        rethrown(() -> {
            String table = RecordTable.of(kind).name();
            identities.rememberOrigins(
                    "'" + kind.name() + "'", table, "t.record_key::text", "t.record_key = ANY (?)", uuids(records));
            Query.run(
                    connection,
                    "UPDATE " + table + " SET student_key = ?, version = version + 1, changed_at = ?"
                            + " WHERE record_key = ANY (?)",
                    to,
                    now.atOffset(ZoneOffset.UTC),
                    uuids(records));
            return null;
        });
    }

    @Override
    public void takeOut(RecordKind kind, List<StoredRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        rethrown(() -> {
            UUID[] keys = uuids(records.stream().map(StoredRecord::key).toList());
            Query.run(
                    connection,
                    "WITH gone AS (DELETE FROM " + RecordTable.of(kind).name() + " t WHERE record_key = ANY (?)"
                            + " RETURNING t.*) INSERT INTO merged_thing (kind, item, origin, record)"
                            + " SELECT '" + kind.name() + "', record_key::text, student_key, to_jsonb(gone) FROM gone"
                            + " ON CONFLICT (kind, item) DO UPDATE SET record = EXCLUDED.record",
                    (Object) keys);
            // How new it is says the record kept here.
            Query.run(connection, "DELETE FROM voided_record WHERE record_key = ANY (?)", (Object) keys);
            return null;
        });
    }

    @Override
    public String letWait(RecordKind kind, StoredRecord record, UUID owner, String by) {
        return rethrown(() -> {
            StoredRecord waiting = StoredRecord.voided(
                    record.key(), owner, record.naturalKey(), record.version() + 1, record.source());
            new VoidTable(connection).add(kind, waiting, now, by, "waits because State IDs were merged");
            return identities.originOf(kind, record.key());
        });
    }

    @Override
    public List<TakenOut> takenOut(Set<UUID> students) {
        return rethrown(() -> {
            List<TakenOut> takenOut = new ArrayList<>();
            for (RecordKind kind : RecordKind.values()) {
                RecordTable table = RecordTable.of(kind);
                takenOut.addAll(Query.list(
                        connection,
                        "SELECT r.*, COALESCE(o.retired_into, o.student_key) AS owner FROM merged_thing i"
                                + " JOIN student o ON o.student_key = i.origin, jsonb_populate_record(NULL::"
                                + table.name() + ", i.record) r WHERE i.kind = ? AND i.record IS NOT NULL"
                                + " AND COALESCE(o.retired_into, o.student_key) = ANY (?)"
                                + " ORDER BY r.header_timestamp DESC, r.sequence DESC, r.line DESC",
                        List.of(kind.name(), uuids(students)),
                        row -> new TakenOut(kind, table.whole(row), row.getObject("owner", UUID.class))));
            }
            return takenOut;
        });
    }

    @Override
    public void restore(TakenOut takenOut) {
        rethrown(() -> {
            StoredRecord record = takenOut.record();
            StoredRecord restored = new StoredRecord(
                    record.key(),
                    takenOut.owner(),
                    record.naturalKey(),
                    record.enrollment(),
                    record.fields(),
                    record.contentHash(),
                    // The tombstone had the next version.
                    record.version() + 2,
                    record.source());
            RecordTable.of(takenOut.kind()).save(connection, List.of(restored), now);
            Query.run(connection, "DELETE FROM gone_thing WHERE thing_key = ?", record.key());
            Query.run(connection, "DELETE FROM voided_record WHERE record_key = ?", record.key());
            Query.run(
                    connection,
                    "UPDATE merged_thing SET record = NULL WHERE kind = ? AND item = ?",
                    takenOut.kind().name(),
                    record.key().toString());
            return null;
        });
    }

    @Override
    public List<StateChange> studentsNow(Set<UUID> students) {
        return rethrown(() -> {
            Set<UUID> all = new HashSet<>(students);
            all.addAll(Query.list(
                    connection,
                    "SELECT student_key FROM student WHERE retired_into = ANY (?)",
                    List.of((Object) uuids(students)),
                    row -> row.getObject(1, UUID.class)));
            return now(ThingKind.STUDENT, all);
        });
    }

    @Override
    public List<StateChange> recordsNow(RecordKind kind, Collection<UUID> records) {
        return rethrown(() -> now(ThingKind.of(kind.topic()), records));
    }

    private List<StateChange> now(ThingKind kind, Collection<UUID> keys) throws SQLException {
        return List.copyOf(
                new CurrentThings(connection).find(kind, keys, Optional.empty()).values());
    }

    private static UUID[] uuids(Collection<UUID> keys) {
        return keys.toArray(UUID[]::new);
    }
}
