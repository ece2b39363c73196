package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.student.StudentChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who students are while they are merged and split: names, local IDs, senders, lines that wait, records that were voided, and
 * the current identity, which is the newest that lines of anybody in the group told.
 */
final class JoinedIdentities {

    /** Columns of a student's row that say who he or she is, and where that comes from. */
    private static final String IDENTITY =
            "district_number, local_id, last_name, first_name, middle_name, suffix, gender,"
                    + " birth_date, race_ethnicity, header_timestamp, sequence, line, submission_id";

    /** The student to whom the State ID of an origin leads. */
    private static final String OWNER = "COALESCE(o.retired_into, o.student_key)";

    /** Tables of what moves, with what names one of their rows: a record by its key, in the view and out of it. */
    private enum Moving {
        NAME("student_name", "'NAME'", "t.submission_id || ':' || t.line"),
        LOCAL_ID("local_id", "'LOCAL_ID'", "t.district_number || ':' || t.normal_local_id"),
        VOIDED("voided_record", "t.kind", "t.record_key::text");

        private final String table;
        private final String kind;
        private final String item;

        Moving(String table, String kind, String item) {
            this.table = table;
            this.kind = kind;
            this.item = item;
        }
    }

    private final Connection connection;

    JoinedIdentities(Connection connection) {
        this.connection = connection;
    }

    /** Everything of the loser is the survivor's from now on. */
    void move(UUID loser, UUID survivor) throws SQLException {
        for (Moving moving : Moving.values()) {
            rememberOrigins(moving.kind, moving.table, moving.item, "t.student_key = ?", loser);
            Query.run(
                    connection,
                    "UPDATE " + moving.table + " SET student_key = ? WHERE student_key = ?",
                    survivor,
                    loser);
        }
        Query.run(connection, "UPDATE held_record SET student_key = ? WHERE student_key = ?", survivor, loser);
        // The loser keeps what it had: whoever sent one of the two sent the survivor.
        Query.run(
                connection,
                "INSERT INTO student_sender (student_key, district_number) SELECT ?::uuid, district_number"
                        + " FROM student_sender WHERE student_key = ? ON CONFLICT DO NOTHING",
                survivor,
                loser);
    }

    /** What is the survivor's and has an origin that leads to another student is that student's again. */
    void moveBack(UUID survivor) throws SQLException {
        for (Moving moving : Moving.values()) {
            Query.run(
                    connection,
                    "UPDATE " + moving.table + " t SET student_key = " + OWNER
                            + " FROM merged_thing i JOIN student o ON o.student_key = i.origin"
                            + " WHERE t.student_key = ? AND i.kind = " + moving.kind + " AND i.item = " + moving.item
                            + " AND " + OWNER + " <> t.student_key",
                    survivor);
        }
        // A line that waits is about whom it names.
        Query.run(
                connection,
                "UPDATE held_record t SET student_key = " + OWNER + " FROM student o WHERE t.student_key = ?"
                        + " AND o.state_id = t.record #>> '{fields,stateId}' AND " + OWNER + " <> t.student_key",
                survivor);
    }

    /**
     * Where things come from that move for the first time.
     *
     * @param kind SQL expressions, of a row t, for its kind; so is item
     * @param which condition with one parameter
     */
    void rememberOrigins(String kind, String table, String item, String which, Object parameter) throws SQLException {
        Query.run(
                connection,
                "INSERT INTO merged_thing (kind, item, origin) SELECT " + kind + ", " + item + ", t.student_key FROM "
                        + table + " t WHERE " + which + " ON CONFLICT DO NOTHING",
                parameter);
    }

    /** The State ID of the student whom a record that moved or was taken out was about when it came. */
    String originOf(RecordKind kind, UUID record) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT o.state_id FROM merged_thing i JOIN student o ON o.student_key = i.origin"
                                + " WHERE i.kind = ? AND i.item = ?",
                        List.of(kind.name(), record.toString()),
                        row -> row.getString(1))
                .get(0);
    }

    /** What waited because of a merge is no longer taken out when it came into the view again, even if it left it since. */
    void recognise() throws SQLException {
        for (RecordKind kind : RecordKind.values()) {
            Query.run(
                    connection,
                    "UPDATE merged_thing i SET record = NULL WHERE i.kind = ? AND i.record IS NOT NULL AND (EXISTS ("
                            + "SELECT 1 FROM " + RecordTable.of(kind).name() + " t WHERE t.record_key = i.item::uuid)"
                            + " OR EXISTS (SELECT 1 FROM voided_record v WHERE v.record_key = i.item::uuid"
                            + " AND v.version > (i.record ->> 'version')::bigint + 1))",
                    kind.name());
        }
    }

    /**
     * Keeps who a student is by own lines. A current identity that nobody of the group is known to have brought came with a
     * later file, and is the student's own.
     */
    void keepOwn(UUID student) throws SQLException {
        Query.run(
                connection,
                """
                INSERT INTO own_identity (student_key, identity)
                SELECT s.student_key, to_jsonb(s) FROM student s WHERE s.student_key = ? AND NOT EXISTS (
                    SELECT 1 FROM own_identity i JOIN student k ON k.student_key = i.student_key
                    WHERE (k.student_key = s.student_key OR k.retired_into = s.student_key)
                    AND (i.identity ->> 'submission_id')::uuid = s.submission_id
                    AND (i.identity ->> 'line')::integer = s.line)
                ON CONFLICT (student_key) DO UPDATE SET identity = EXCLUDED.identity
                """,
                student);
    }

    /** A student is who the newest line about anybody of the group said. */
    void takeNewest(UUID student) throws SQLException {
        Query.run(
                connection,
                """
                UPDATE student s SET (%1$s) = (
                    SELECT %2$s FROM own_identity i JOIN student k ON k.student_key = i.student_key,
                        jsonb_populate_record(NULL::student, i.identity) b
                    WHERE k.student_key = s.student_key OR k.retired_into = s.student_key
                    ORDER BY b.header_timestamp DESC, b.sequence DESC, b.line DESC LIMIT 1)
                WHERE s.student_key = ?
                """
                        .formatted(IDENTITY, "b." + IDENTITY.replace(", ", ", b.")),
                student);
    }

    /**
     * A line that told what the other of two merged students was called already is in nobody's history but the other's. When
     * they part, both are called so, and matching looks nobody up but by history.
     */
    void completeHistory(Set<UUID> students, Instant now) throws SQLException {
        List<StudentChanges.NameUsed> names = new StudentQueries(connection)
                .byKey(students).stream()
                        .filter(student -> !student.isInItsHistory())
                        .map(student -> new StudentChanges.NameUsed(student.key(), student.current(), student.source()))
                        .toList();
        new StudentTables(connection, now).saveNames(names);
        for (StudentChanges.NameUsed name : names) {
            // Where the line was about somebody who still leads here, the name goes when that one goes.
            Query.run(
                    connection,
                    "INSERT INTO merged_thing (kind, item, origin) SELECT 'NAME', s.submission_id || ':' || s.line,"
                            + " o.student_key FROM student s JOIN student o ON o.retired_into = s.student_key"
                            + " JOIN own_identity i ON i.student_key = o.student_key WHERE s.student_key = ?"
                            + " AND (i.identity ->> 'submission_id')::uuid = s.submission_id"
                            + " AND (i.identity ->> 'line')::integer = s.line ON CONFLICT DO NOTHING",
                    name.studentKey());
        }
    }
}
