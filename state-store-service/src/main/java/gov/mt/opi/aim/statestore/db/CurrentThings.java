package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.ThingKind;
import gov.mt.opi.aim.statestore.record.RecordKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Things as the view holds them now, in the words of their topics. */
final class CurrentThings {

    private static final String DISTRICT = "districtNumber";

    /**
     * The rows of student that are one person, by a State ID (three times a parameter): the student asked for, the one that
     * stands for it since it was retired, and all that were retired into that one.
     */
    static final String PERSON = "SELECT student_key FROM student WHERE state_id = ?"
            + " UNION SELECT retired_into FROM student WHERE state_id = ? AND retired_into IS NOT NULL"
            + " UNION SELECT s.student_key FROM student a"
            + " JOIN student s ON s.retired_into = COALESCE(a.retired_into, a.student_key) WHERE a.state_id = ?";

    private final Connection connection;

    CurrentThings(Connection connection) {
        this.connection = connection;
    }

    /**
     * Those of the things that the view holds.
     *
     * @param onlyDistrict the district whose own are wanted; empty for all
     */
    Map<UUID, StateChange> find(ThingKind kind, Collection<UUID> keys, Optional<String> onlyDistrict)
            throws SQLException {
        return read(kind, keys, onlyDistrict, "");
    }

    /** The same for all districts; none of the things can change before the transaction ends. */
    Map<UUID, StateChange> lock(ThingKind kind, Collection<UUID> keys) throws SQLException {
        return read(kind, keys, Optional.empty(), " FOR SHARE OF " + (kind == ThingKind.STUDENT ? "s" : "t"));
    }

    /** Those of the things that left the view and did not come back. */
    Map<UUID, StateChange> gone(Collection<UUID> keys, Optional<String> onlyDistrict) throws SQLException {
        Map<UUID, StateChange> found = new HashMap<>();
        StringBuilder sql = new StringBuilder("SELECT * FROM gone_thing g WHERE thing_key = ANY (?)");
        for (RecordKind kind : RecordKind.values()) {
            sql.append(" AND NOT EXISTS (SELECT 1 FROM ")
                    .append(RecordTable.of(kind).name())
                    .append(" t WHERE t.record_key = g.thing_key)");
        }
        sql.append(onlyDistrict.isPresent() ? " AND district_number = ?" : "");
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            bind(select, keys);
            if (onlyDistrict.isPresent()) {
                select.setString(2, onlyDistrict.get());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID key = row.getObject("thing_key", UUID.class);
                    found.put(
                            key,
                            StateChange.gone(
                                    ThingKind.of(row.getInt("kind")).topic(), key, state(row, null, Map.of())));
                }
            }
        }
        return found;
    }

    private Map<UUID, StateChange> read(
            ThingKind kind, Collection<UUID> keys, Optional<String> onlyDistrict, String locking) throws SQLException {
        Map<UUID, StateChange> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        boolean student = kind == ThingKind.STUDENT;
        // Whoever sent a student last learns of it too when it was retired and its records moved away.
        String own = student
                ? " AND (s.district_number = ? OR " + JdbcStudentFiles.OF_DISTRICT + ")"
                : " AND t.district_number = ?";
        String select = student
                ? "SELECT s.*, s.student_key AS thing_key, survivor.state_id AS retired_into_id FROM student s"
                        + " LEFT JOIN student survivor ON survivor.student_key = s.retired_into WHERE s.student_key = ANY (?)"
                : "SELECT t.*, t.record_key AS thing_key, s.state_id FROM "
                        + table(kind).name()
                        + " t JOIN student s USING (student_key) WHERE t.record_key = ANY (?)";
        // Whoever locks several things does so in one order.
        try (PreparedStatement statement = connection.prepareStatement(
                select + (onlyDistrict.isPresent() ? own : "") + " ORDER BY thing_key" + locking)) {
            bind(statement, keys);
            if (onlyDistrict.isPresent()) {
                statement.setString(2, onlyDistrict.get());
                if (student) {
                    statement.setString(3, onlyDistrict.get());
                    statement.setString(4, onlyDistrict.get());
                }
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID key = row.getObject("thing_key", UUID.class);
                    found.put(key, new StateChange(kind.topic(), key, student ? student(row) : record(kind, row)));
                }
            }
        }
        return found;
    }

    private static StateChanged student(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "localId", row.getString("local_id"));
        put(fields, "lastName", row.getString("last_name"));
        put(fields, "firstName", row.getString("first_name"));
        put(fields, "middleName", row.getString("middle_name"));
        put(fields, "suffix", row.getString("suffix"));
        put(fields, "gender", row.getString("gender"));
        put(fields, "birthDate", row.getString("birth_date"));
        put(fields, "raceEthnicity", row.getString("race_ethnicity"));
        put(fields, "retiredInto", row.getString("retired_into_id"));
        return state(row, source(row), fields);
    }

    private static StateChanged record(ThingKind kind, ResultSet row) throws SQLException {
        Map<String, Object> fields = table(kind).fields(row);
        fields.remove(DISTRICT);
        return state(row, source(row), fields);
    }

    private static StateChanged state(ResultSet row, Source source, Map<String, Object> fields) throws SQLException {
        return new StateChanged(
                1,
                row.getObject("student_key", UUID.class),
                row.getString("state_id"),
                row.getString("district_number"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                source,
                fields);
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getObject("submission_id", UUID.class), row.getInt("line"));
    }

    private static void put(Map<String, Object> fields, String property, String value) {
        if (value != null) {
            fields.put(property, value);
        }
    }

    private static void bind(PreparedStatement statement, Collection<UUID> keys) throws SQLException {
        ArrayColumns.of(keys).bind(statement);
    }

    static RecordTable table(ThingKind kind) {
        return RecordTable.of(Arrays.stream(RecordKind.values())
                .filter(record -> record.topic() == kind.topic())
                .findFirst()
                .orElseThrow());
    }
}
