package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.Student;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a district said of a student before another district sent it. The view keeps only who the student is now, so it is
 * kept here as it goes by; a topic that was compacted no longer has it.
 */
final class Elsewhere {

    private static final String KEEP =
            " ON CONFLICT (student_key, district_number) DO UPDATE SET gender = excluded.gender,"
                    + " birth_date = excluded.birth_date, version = excluded.version WHERE known.version < excluded.version";

    /** What the table knows of students that another district sends now. */
    private static final String FROM_BEFORE =
            "INSERT INTO student_elsewhere AS known (student_key, district_number, gender, birth_date, version)"
                    + " SELECT s.student_key, s.district_number, s.gender, s.birth_date, s.version"
                    + " FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS n (student_key, district_number, version)"
                    + " JOIN student s USING (student_key)"
                    + " WHERE s.district_number <> n.district_number AND s.version < n.version ORDER BY 1, 2" + KEEP;

    /** What the batch itself has of them, the newest of each district. */
    private static final String FROM_BATCH =
            "INSERT INTO student_elsewhere AS known (student_key, district_number, gender, birth_date, version)"
                    + " SELECT DISTINCT ON (1, 2) * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::bigint[])"
                    + " AS n (student_key, district_number, gender, birth_date, version) ORDER BY 1, 2, 5 DESC" + KEEP;

    private Elsewhere() {}

    /**
     * Remembers what is about to be replaced.
     *
     * @param newer students that the table has an older state of
     */
    static void remember(Connection transaction, Changes<Student> changes, Map<UUID, Student> newer)
            throws SQLException {
        Map<UUID, Student> newest = changes.newest();
        if (!newer.isEmpty()) {
            try (PreparedStatement statement = transaction.prepareStatement(FROM_BEFORE)) {
                List<Map.Entry<UUID, Student>> students = List.copyOf(newer.entrySet());
                set(transaction, statement, 1, "uuid", students, Map.Entry::getKey);
                set(transaction, statement, 2, "text", students, entry -> entry.getValue()
                        .districtNumber());
                set(transaction, statement, 3, "bigint", students, entry -> entry.getValue()
                        .version());
                statement.executeUpdate();
            }
        }
        List<Map.Entry<UUID, Student>> elsewhere = changes.superseded().stream()
                .filter(entry -> newest.containsKey(entry.getKey()))
                .filter(entry -> !newest.get(entry.getKey())
                        .districtNumber()
                        .equals(entry.getValue().districtNumber()))
                .toList();
        if (!elsewhere.isEmpty()) {
            try (PreparedStatement statement = transaction.prepareStatement(FROM_BATCH)) {
                set(transaction, statement, 1, "uuid", elsewhere, Map.Entry::getKey);
                set(transaction, statement, 2, "text", elsewhere, entry -> entry.getValue()
                        .districtNumber());
                set(transaction, statement, 3, "text", elsewhere, entry -> entry.getValue()
                        .gender());
                set(transaction, statement, 4, "date", elsewhere, entry -> entry.getValue()
                        .birthDate());
                set(transaction, statement, 5, "bigint", elsewhere, entry -> entry.getValue()
                        .version());
                statement.executeUpdate();
            }
        }
    }

    private static void set(
            Connection transaction,
            PreparedStatement statement,
            int parameter,
            String type,
            List<Map.Entry<UUID, Student>> students,
            Function<Map.Entry<UUID, Student>, Object> value)
            throws SQLException {
        statement.setArray(
                parameter,
                transaction.createArrayOf(type, students.stream().map(value).toArray()));
    }
}
