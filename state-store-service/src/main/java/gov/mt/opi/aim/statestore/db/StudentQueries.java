package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.Student;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads students whole, for identity work. Retired ones have neither names nor local IDs and are never found. */
final class StudentQueries {

    /** What stands in the list of the keys that were found. */
    private static final String FOUND = "ANY ((SELECT keys FROM k)::uuid[])";

    private final Connection connection;

    StudentQueries(Connection connection) {
        this.connection = connection;
    }

    List<Student> byStateId(Set<String> stateIds) throws SQLException {
        ArrayColumns rows = new ArrayColumns("text");
        stateIds.forEach(rows::add);
        return rows.isEmpty()
                ? List.of()
                : students(
                        "SELECT s.student_key FROM student s WHERE s.state_id = " + rows.any()
                                + " AND s.retired_into IS NULL",
                        rows);
    }

    List<Student> byLocalId(Set<LocalId> localIds) throws SQLException {
        ArrayColumns rows = new ArrayColumns("text", "text");
        localIds.forEach(localId -> rows.add(localId.districtNumber(), localId.normal()));
        return rows.isEmpty()
                ? List.of()
                : students(
                        "SELECT l.student_key FROM local_id l JOIN " + rows.unnest()
                                + " AS r(district_number, normal_local_id) USING (district_number, normal_local_id)",
                        rows);
    }

    List<Student> byKey(Set<UUID> studentKeys) throws SQLException {
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        return rows.isEmpty()
                ? List.of()
                : students(
                        "SELECT s.student_key FROM student s WHERE s.student_key = " + rows.any()
                                + " AND s.retired_into IS NULL",
                        rows);
    }

    /** Students in the order of their keys. */
    List<Student> after(Optional<UUID> key, int count) throws SQLException {
        ArrayColumns rows = new ArrayColumns("uuid");
        Query.list(
                        connection,
                        "SELECT student_key FROM student WHERE retired_into IS NULL"
                                + (key.isPresent() ? " AND student_key > ?" : "") + " ORDER BY student_key LIMIT "
                                + count,
                        key.map(List::of).orElse(List.of()),
                        row -> row.getObject(1, UUID.class))
                .forEach(rows::add);
        if (rows.isEmpty()) {
            return List.of();
        }
        return students("SELECT * FROM " + rows.unnest() + " AS r(student_key)", rows).stream()
                .sorted(Comparator.comparing(student -> student.key().toString()))
                .toList();
    }

    Map<String, String> survivors(Set<String> stateIds) throws SQLException {
        ArrayColumns rows = new ArrayColumns("text");
        stateIds.forEach(rows::add);
        Map<String, String> survivors = new HashMap<>();
        if (rows.isEmpty()) {
            return survivors;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT x.state_id, s.state_id FROM " + FactTables.SURVIVORS + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    survivors.put(row.getString(1), row.getString(2));
                }
            }
        }
        return survivors;
    }

    Map<UUID, List<Stay>> stays(Set<UUID> studentKeys) throws SQLException {
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        Map<UUID, List<Stay>> stays = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT e.student_key, e.record_key,"
                + " e.district_number, e.school_number, e.local_id, e.end_date FROM enrollment e WHERE e.student_key = "
                + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate end = row.getObject("end_date", LocalDate.class);
                    String localId = row.getString("local_id");
                    stays.computeIfAbsent(row.getObject("student_key", UUID.class), student -> new ArrayList<>())
                            .add(Stay.of(
                                    row.getObject("record_key", UUID.class),
                                    row.getString("district_number"),
                                    row.getString("school_number"),
                                    localId == null ? "" : localId,
                                    end == null ? LocalDate.MAX : end));
                }
            }
        }
        return stays;
    }

    boolean hasOneSchool(String districtNumber) throws SQLException {
        return Query.list(
                                connection,
                                "SELECT 1 FROM school WHERE district_number = ? LIMIT 2",
                                List.of(districtNumber),
                                row -> row.getInt(1))
                        .size()
                == 1;
    }

    /** The students whose keys a query finds, whole. */
    private List<Student> students(String keysQuery, ArrayColumns rows) throws SQLException {
        Map<UUID, Found> found = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("WITH k AS MATERIALIZED (SELECT ARRAY(" + keysQuery + ") AS keys)"
                        + " SELECT s.student_key, s.state_id, s.district_number, s.last_name, s.first_name, s.middle_name,"
                        + " s.suffix, s.gender, s.birth_date, s.race_ethnicity, s.version, s.header_timestamp, s.sequence,"
                        + " s.line, s.submission_id, NULL AS l_district, NULL AS l_id, 's' AS kind"
                        + " FROM student s WHERE s.student_key = " + FOUND
                        + " UNION ALL SELECT n.student_key, NULL, NULL, n.last_name, n.first_name, n.middle_name, n.suffix,"
                        + " n.gender, n.birth_date, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'n'"
                        + " FROM student_name n WHERE n.student_key = " + FOUND
                        + " UNION ALL SELECT l.student_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL, l.district_number, l.normal_local_id, 'l'"
                        + " FROM local_id l WHERE l.student_key = " + FOUND
                        + " UNION ALL SELECT w.student_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL, w.district_number, NULL, 'w'"
                        + " FROM student_sender w WHERE w.student_key = " + FOUND)) {
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
