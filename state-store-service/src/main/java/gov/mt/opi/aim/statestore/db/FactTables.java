package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.statestore.record.CalendarKey;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What rules ask for a whole batch, each question once and by an index. */
final class FactTables {

    /** Survivors s of those x whose retired State ID follows. Only few are retired, and those have an index of their own. */
    static final String SURVIVORS =
            "student x JOIN student s ON s.student_key = x.retired_into WHERE x.retired_into IS NOT NULL AND x.state_id = ";

    private final Connection connection;

    FactTables(Connection connection) {
        this.connection = connection;
    }

    /** Students as they are now, each under the State ID that was asked for. */
    Map<String, StudentFacts> students(Set<String> stateIds) throws SQLException {
        Map<String, StudentFacts> found = new HashMap<>();
        addCurrent(stateIds, "s.state_id", "student s WHERE s.retired_into IS NULL AND s.state_id = ", found);
        Set<String> missing = new HashSet<>(stateIds);
        missing.removeAll(found.keySet());
        // Unknown and retired IDs are rare: most batches do not ask again.
        if (!missing.isEmpty()) {
            addCurrent(missing, "x.state_id", SURVIVORS, found);
        }
        return found;
    }

    private void addCurrent(Set<String> stateIds, String asked, String students, Map<String, StudentFacts> found)
            throws SQLException {
        ArrayColumns rows = new ArrayColumns("text");
        stateIds.forEach(rows::add);
        try (PreparedStatement select = connection.prepareStatement("SELECT " + asked + ", s.student_key, s.state_id,"
                + " s.birth_date, s.last_name, s.first_name, s.district_number, s.local_id FROM " + students
                + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String district = row.getString(7);
                    String localId = row.getString(8);
                    found.put(
                            row.getString(1),
                            new StudentFacts(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    Set.of(new StudentFacts.Name(row.getString(5), row.getString(6))),
                                    localId == null ? Set.of() : Set.of(LocalId.of(district, localId)),
                                    Set.of(district)));
                }
            }
        }
    }

    /** Students with all that they ever were; a row for each combination of a name, a local ID and a sender. */
    Map<String, StudentFacts> studentsWithHistory(Set<String> stateIds) throws SQLException {
        Map<String, StudentFacts> found = new HashMap<>();
        ArrayColumns rows = new ArrayColumns("text");
        stateIds.forEach(rows::add);
        try (PreparedStatement select = connection.prepareStatement("SELECT x.state_id, s.student_key, s.state_id,"
                + " s.birth_date, n.last_name, n.first_name, l.district_number, l.normal_local_id, w.district_number"
                + " FROM student x JOIN student s ON s.student_key = COALESCE(x.retired_into, x.student_key)"
                + " JOIN student_name n ON n.student_key = s.student_key"
                + " LEFT JOIN local_id l ON l.student_key = s.student_key"
                + " LEFT JOIN student_sender w ON w.student_key = s.student_key WHERE x.state_id = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(row, found);
                }
            }
        }
        return found;
    }

    private static void add(ResultSet row, Map<String, StudentFacts> found) throws SQLException {
        String stateId = row.getString(1);
        StudentFacts facts = found.get(stateId);
        if (facts == null) {
            facts = new StudentFacts(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>());
            found.put(stateId, facts);
        }
        facts.names().add(new StudentFacts.Name(row.getString(5), row.getString(6)));
        String district = row.getString(7);
        if (district != null) {
            facts.localIds().add(new LocalId(district, row.getString(8)));
        }
        String sender = row.getString(9);
        if (sender != null) {
            facts.senders().add(sender);
        }
    }

    String stateId(UUID studentKey) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT state_id FROM student WHERE student_key = ?",
                        List.of(studentKey),
                        row -> row.getString(1))
                .get(0);
    }

    Map<CalendarKey, LocalDate> testWindowDates(Set<CalendarKey> calendars) throws SQLException {
        Map<CalendarKey, LocalDate> dates = new HashMap<>();
        ArrayColumns rows = new ArrayColumns("text", "text", "text", "integer");
        calendars.forEach(calendar -> rows.add(
                calendar.districtNumber(), calendar.schoolNumber(), calendar.calendarNumber(), calendar.year()));
        try (PreparedStatement select = connection.prepareStatement("SELECT c.district_number, c.school_number,"
                + " c.calendar_number, c.school_year, c.test_window_date FROM " + rows.unnest()
                + " AS r(district_number, school_number, calendar_number, school_year) JOIN calendar c"
                + " USING (district_number, school_number, calendar_number, school_year)"
                + " WHERE c.test_window_date IS NOT NULL")) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    dates.put(
                            new CalendarKey(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                            row.getObject(5, LocalDate.class));
                }
            }
        }
        return dates;
    }
}
