package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Student;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Students put together from the rows of all their tables. */
final class StudentRows {

    private StudentRows() {}

    /** The students whose keys a query finds, whole. */
    static List<Student> read(Connection connection, String keysQuery, Columns rows) throws SQLException {
        Map<UUID, Found> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("WITH k AS MATERIALIZED (" + keysQuery + ")"
                + " SELECT s.student_key, s.state_id, s.district_number, s.last_name, s.first_name, s.middle_name,"
                + " s.suffix, s.gender, s.birth_date, s.race_ethnicity, s.version, s.header_timestamp, s.sequence,"
                + " s.line, s.submission_id, NULL AS l_district, NULL AS l_id, 's' AS kind"
                + " FROM student s WHERE s.student_key IN (SELECT student_key FROM k)"
                + " UNION ALL SELECT n.student_key, NULL, NULL, n.last_name, n.first_name, n.middle_name, n.suffix,"
                + " n.gender, n.birth_date, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'n'"
                + " FROM student_name n WHERE n.student_key IN (SELECT student_key FROM k)"
                + " UNION ALL SELECT l.student_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                + " NULL, NULL, NULL, l.district_number, l.normal_local_id, 'l'"
                + " FROM local_id l WHERE l.student_key IN (SELECT student_key FROM k)"
                + " UNION ALL SELECT w.student_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                + " NULL, NULL, NULL, w.district_number, NULL, 'w'"
                + " FROM student_sender w WHERE w.student_key IN (SELECT student_key FROM k)")) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), key -> new Found())
                            .add(row);
                }
            }
        }
        return found.values().stream().map(Found::student).toList();
    }

    /** A student while its rows arrive. */
    private static final class Found {
        private final List<Demographics> names = new ArrayList<>();
        private final Set<LocalId> localIds = new HashSet<>();
        private final Set<String> senders = new HashSet<>();
        private Student current;

        void add(ResultSet row) throws SQLException {
            switch (row.getString("kind")) {
                case "l" -> localIds.add(new LocalId(row.getString("l_district"), row.getString("l_id")));
                case "w" -> senders.add(row.getString("l_district"));
                case "n" -> names.add(demographics(row));
                default ->
                    current = new Student(
                            row.getObject("student_key", UUID.class),
                            row.getString("state_id"),
                            row.getString("district_number"),
                            demographics(row),
                            names,
                            localIds,
                            senders,
                            new SourceVersion(
                                    row.getObject("header_timestamp", LocalDateTime.class),
                                    row.getLong("sequence"),
                                    row.getInt("line"),
                                    row.getObject("submission_id", UUID.class)),
                            row.getLong("version"));
            }
        }

        Student student() {
            return current;
        }

        private static Demographics demographics(ResultSet row) throws SQLException {
            String race = row.getString("race_ethnicity");
            return Demographics.of(
                    row.getString("last_name"),
                    row.getString("first_name"),
                    row.getString("middle_name"),
                    row.getString("suffix"),
                    row.getString("gender"),
                    row.getObject("birth_date", LocalDate.class),
                    race == null ? "" : race);
        }
    }
}
