package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.ThingKind;
import gov.mt.opi.aim.statestore.identity.Joins;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    /** Columns of a student's row that say who he or she is, and where that comes from. */
    private static final String IDENTITY =
            "district_number, local_id, last_name, first_name, middle_name, suffix, gender,"
                    + " birth_date, race_ethnicity, header_timestamp, sequence, line, submission_id";

    private final Connection connection;
    private final Instant now;

    JoinTables(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
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
    public List<StoredRecord> records(RecordKind kind, Set<UUID> students) {
        RecordTable table = RecordTable.of(kind);
        return rethrown(() -> Query.list(
                connection,
                "SELECT * FROM " + table.name() + " WHERE student_key = ANY (?)",
                List.of((Object) uuids(students)),
                table::whole));
    }

    @Override
    public Merge begin(UUID loser, UUID survivor, String by, String reason) {
        return rethrown(() -> {
            UUID id = Query.list(
                            connection,
                            "INSERT INTO student_merge (loser, survivor, reason, merged_by, merged_at, survivor_before)"
                                    + " SELECT ?, student_key, ?, ?, ?, to_jsonb(s) FROM student s WHERE student_key = ?"
                                    + " RETURNING merge_id",
                            List.of(loser, reason, by, now.atOffset(ZoneOffset.UTC), survivor),
                            row -> row.getObject(1, UUID.class))
                    .get(0);
            moveNamesAndIds(id, loser, survivor);
            // Who the student is now says the newer of the two.
            run(
                    "UPDATE student s SET (" + IDENTITY + ") = (SELECT " + IDENTITY
                            + " FROM student WHERE student_key = ?)"
                            + " FROM student l WHERE s.student_key = ? AND l.student_key = ? AND"
                            + " (l.header_timestamp, l.sequence, l.line) > (s.header_timestamp, s.sequence, s.line)",
                    loser,
                    survivor,
                    loser);
            run(
                    "UPDATE student SET version = version + 1, changed_at = ?,"
                            + " retired_into = CASE WHEN student_key = ? THEN NULL ELSE ?::uuid END"
                            + " WHERE student_key IN (?, ?) OR retired_into = ?",
                    now.atOffset(ZoneOffset.UTC),
                    survivor,
                    survivor,
                    loser,
                    survivor,
                    loser);
            run(
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
            return new Merge(id, loser);
        });
    }

    private void moveNamesAndIds(UUID merge, UUID loser, UUID survivor) throws SQLException {
        run(
                "WITH moved AS (UPDATE student_name SET student_key = ? WHERE student_key = ? RETURNING sequence, line)"
                        + " INSERT INTO merged_item (merge_id, kind, item)"
                        + " SELECT ?, 'NAME', sequence || ':' || line FROM moved",
                survivor,
                loser,
                merge);
        run(
                "WITH moved AS (UPDATE local_id SET student_key = ? WHERE student_key = ?"
                        + " RETURNING district_number, normal_local_id) INSERT INTO merged_item (merge_id, kind, item)"
                        + " SELECT ?, 'LOCAL_ID', district_number || ':' || normal_local_id FROM moved",
                survivor,
                loser,
                merge);
        run(
                "WITH moved AS (DELETE FROM student_sender WHERE student_key = ? RETURNING district_number),"
                        + " added AS (INSERT INTO student_sender (student_key, district_number)"
                        + " SELECT ?, district_number FROM moved ON CONFLICT DO NOTHING RETURNING district_number)"
                        + " INSERT INTO merged_item (merge_id, kind, item)"
                        + " SELECT ?::uuid, 'SENDER', district_number FROM moved"
                        + " UNION ALL SELECT ?::uuid, 'SENDER_ADDED', district_number FROM added",
                loser,
                survivor,
                merge,
                merge);
        run(
                "WITH moved AS (UPDATE held_record SET state_id = (SELECT state_id FROM student WHERE student_key = ?)"
                        + " WHERE state_id = (SELECT state_id FROM student WHERE student_key = ?)"
                        + " RETURNING submission_id, line) INSERT INTO merged_item (merge_id, kind, item)"
                        + " SELECT ?, 'HELD_LINE', submission_id || ':' || line FROM moved",
                survivor,
                loser,
                merge);
    }

    @Override
    public void move(Merge merge, RecordKind kind, Collection<UUID> records, UUID to) {
        if (records.isEmpty()) {
            return;
        }
        rethrown(() -> {
            run(
                    "WITH moved AS (UPDATE " + RecordTable.of(kind).name()
                            + " SET student_key = ?, version = version + 1,"
                            + " changed_at = ? WHERE record_key = ANY (?) RETURNING record_key)"
                            + " INSERT INTO merged_item (merge_id, kind, item) SELECT ?, ?, record_key::text FROM moved"
                            + " ON CONFLICT DO NOTHING",
                    to,
                    now.atOffset(ZoneOffset.UTC),
                    uuids(records),
                    merge.id(),
                    kind.name());
            return null;
        });
    }

    @Override
    public void takeOut(Merge merge, RecordKind kind, List<StoredRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        rethrown(() -> {
            run(
                    "WITH gone AS (DELETE FROM " + RecordTable.of(kind).name() + " t WHERE record_key = ANY (?)"
                            + " RETURNING t.*) INSERT INTO merged_item (merge_id, kind, item, record)"
                            + " SELECT ?, ?, record_key::text, to_jsonb(gone) FROM gone",
                    uuids(records.stream().map(StoredRecord::key).toList()),
                    merge.id(),
                    takenOut(kind));
            return null;
        });
    }

    @Override
    public Optional<Merge> mergeOf(UUID loser) {
        return rethrown(() -> Query.list(
                        connection,
                        "SELECT merge_id FROM student_merge WHERE loser = ? AND undone_at IS NULL",
                        List.of(loser),
                        row -> new Merge(row.getObject(1, UUID.class), loser))
                .stream()
                .findFirst());
    }

    @Override
    public Map<RecordKind, Set<UUID>> undo(Merge merge, UUID survivor, String by, String reason) {
        return rethrown(() -> {
            run(
                    "UPDATE student_merge SET undone_by = ?, undone_reason = ?, undone_at = ? WHERE merge_id = ?",
                    by,
                    reason,
                    now.atOffset(ZoneOffset.UTC),
                    merge.id());
            moveNamesAndIdsBack(merge, survivor);
            Map<RecordKind, Set<UUID>> back = new EnumMap<>(RecordKind.class);
            for (RecordKind kind : RecordKind.values()) {
                back.put(
                        kind,
                        new HashSet<>(Query.list(
                                connection,
                                "UPDATE " + RecordTable.of(kind).name() + " SET student_key = ?, version = version + 1,"
                                        + " changed_at = ? WHERE student_key = ? AND record_key IN (SELECT item::uuid"
                                        + " FROM merged_item WHERE merge_id = ? AND kind = ?) RETURNING record_key",
                                List.of(merge.loser(), now.atOffset(ZoneOffset.UTC), survivor, merge.id(), kind.name()),
                                row -> row.getObject(1, UUID.class))));
            }
            // Students who were merged into the loser before are the loser's again.
            run(
                    "WITH RECURSIVE below(student_key) AS (SELECT ?::uuid UNION SELECT m.loser FROM student_merge m"
                            + " JOIN below b ON m.survivor = b.student_key WHERE m.undone_at IS NULL)"
                            + " UPDATE student s SET version = version + 1, changed_at = ?,"
                            + " retired_into = CASE WHEN s.student_key IN (?, ?) THEN NULL ELSE ?::uuid END"
                            + " WHERE s.student_key IN (SELECT student_key FROM below) OR s.student_key = ?",
                    merge.loser(),
                    now.atOffset(ZoneOffset.UTC),
                    merge.loser(),
                    survivor,
                    merge.loser(),
                    survivor);
            restoreIdentity(survivor, merge.loser());
            restoreIdentity(merge.loser(), survivor);
            return back;
        });
    }

    /**
     * Who a student is, is said by a line of his or her own again: a current identity that is none of the names any more, or
     * comes from the very line of the other one, gives way to the newest that was kept when students were merged.
     */
    private void restoreIdentity(UUID student, UUID other) throws SQLException {
        run(
                """
                WITH kept AS (
                    SELECT b.* FROM student_merge m, jsonb_populate_record(NULL::student, m.survivor_before) b
                    WHERE m.survivor = ? OR m.survivor IN (SELECT student_key FROM student WHERE retired_into = ?)
                    UNION ALL SELECT r.* FROM student r WHERE r.retired_into = ?),
                own AS (
                    SELECT k.* FROM kept k, student o WHERE o.student_key = ?
                    AND (k.header_timestamp, k.sequence, k.line) <> (o.header_timestamp, o.sequence, o.line)
                    AND EXISTS (SELECT 1 FROM student_name n WHERE n.student_key = ?
                        AND (n.last_name, n.first_name, n.gender, n.birth_date)
                            = (k.last_name, k.first_name, k.gender, k.birth_date)
                        AND (n.middle_name, n.suffix) IS NOT DISTINCT FROM (k.middle_name, k.suffix))
                    ORDER BY k.header_timestamp DESC, k.sequence DESC, k.line DESC LIMIT 1)
                UPDATE student s SET (%1$s) = (SELECT %1$s FROM own)
                WHERE s.student_key = ? AND EXISTS (SELECT 1 FROM own) AND (
                    EXISTS (SELECT 1 FROM student o WHERE o.student_key = ?
                        AND (o.header_timestamp, o.sequence, o.line) = (s.header_timestamp, s.sequence, s.line))
                    OR NOT EXISTS (SELECT 1 FROM student_name n WHERE n.student_key = s.student_key
                        AND (n.last_name, n.first_name, n.gender, n.birth_date)
                            = (s.last_name, s.first_name, s.gender, s.birth_date)
                        AND (n.middle_name, n.suffix) IS NOT DISTINCT FROM (s.middle_name, s.suffix)))
                """
                        .formatted(IDENTITY),
                student,
                student,
                student,
                other,
                student,
                student,
                other);
    }

    private void moveNamesAndIdsBack(Merge merge, UUID survivor) throws SQLException {
        run(
                "UPDATE student_name SET student_key = ? WHERE student_key = ? AND sequence || ':' || line IN"
                        + " (SELECT item FROM merged_item WHERE merge_id = ? AND kind = 'NAME')",
                merge.loser(),
                survivor,
                merge.id());
        run(
                "UPDATE local_id SET student_key = ? WHERE student_key = ? AND district_number || ':' || normal_local_id IN"
                        + " (SELECT item FROM merged_item WHERE merge_id = ? AND kind = 'LOCAL_ID')",
                merge.loser(),
                survivor,
                merge.id());
        run(
                "INSERT INTO student_sender (student_key, district_number) SELECT ?::uuid, item FROM merged_item"
                        + " WHERE merge_id = ? AND kind = 'SENDER' ON CONFLICT DO NOTHING",
                merge.loser(),
                merge.id());
        run(
                "DELETE FROM student_sender WHERE student_key = ? AND district_number IN"
                        + " (SELECT item FROM merged_item WHERE merge_id = ? AND kind = 'SENDER_ADDED')",
                survivor,
                merge.id());
        run(
                "UPDATE held_record SET state_id = (SELECT state_id FROM student WHERE student_key = ?)"
                        + " WHERE submission_id || ':' || line IN"
                        + " (SELECT item FROM merged_item WHERE merge_id = ? AND kind = 'HELD_LINE')",
                merge.loser(),
                merge.id());
    }

    @Override
    public List<TakenOut> takenOut(Merge merge) {
        return rethrown(() -> {
            List<TakenOut> takenOut = new ArrayList<>();
            for (RecordKind kind : RecordKind.values()) {
                RecordTable table = RecordTable.of(kind);
                takenOut.addAll(Query.list(
                        connection,
                        "SELECT r.* FROM merged_item i, jsonb_populate_record(NULL::" + table.name() + ", i.record) r"
                                + " WHERE i.merge_id = ? AND i.kind = ? ORDER BY r.header_timestamp, r.sequence, r.line",
                        List.of(merge.id(), takenOut(kind)),
                        row -> new TakenOut(kind, table.whole(row))));
            }
            return takenOut;
        });
    }

    @Override
    public void restore(RecordKind kind, StoredRecord record) {
        rethrown(() -> {
            RecordTable.of(kind).save(connection, List.of(record), now);
            run("DELETE FROM gone_thing WHERE thing_key = ?", record.key());
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

    private static String takenOut(RecordKind kind) {
        return "TAKEN_OUT_" + kind.name();
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof UUID[] keys) {
                    statement.setArray(i + 1, connection.createArrayOf("uuid", keys));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            statement.executeUpdate();
        }
    }

    private static UUID[] uuids(Collection<UUID> keys) {
        return keys.toArray(UUID[]::new);
    }
}
