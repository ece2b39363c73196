package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses by itself, whoever writes. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ConstraintsTest {

    private static final String EXCLUSION = "23P01";
    private static final String FOREIGN_KEY = "23503";
    private static final String RESTRICT = "23001";

    @Inject
    DataSource database;

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    @Test
    void refusesASecondPrimaryOnADay() throws SQLException {
        UUID student = student();
        enroll(connection, student, "P", "2006-08-28", "2007-01-05");
        assertRefused(EXCLUSION, () -> enroll(connection, student, "P", "2007-01-05", null));
        assertThat(enrollments(student)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"P,2007-01-06", "S,2007-01-05", "N,2007-01-05"})
    void takesWhatCoversNoDayTwice(String serviceType, String startDate) throws SQLException {
        UUID student = student();
        enroll(connection, student, "P", "2006-08-28", "2007-01-05");
        enroll(connection, student, serviceType, startDate, null);
        assertThat(enrollments(student)).isEqualTo(2);
    }

    @Test
    void refusesTwoPrimariesOfOneStatement() throws SQLException {
        UUID student = student();
        assertRefused(
                EXCLUSION,
                () -> run(
                        connection,
                        enrollment(student, "P", "2006-08-28", null) + ", "
                                + values(student, "P", "2006-09-01", "2006-09-02")));
        assertThat(enrollments(student)).isZero();
    }

    @Test
    void refusesAChangeThatMakesPrimariesOverlap() throws SQLException {
        UUID student = student();
        enroll(connection, student, "P", "2006-08-28", "2007-01-05");
        enroll(connection, student, "P", "2007-01-08", null);
        assertRefused(
                EXCLUSION,
                () -> run(
                        connection,
                        "UPDATE enrollment SET end_date = NULL WHERE end_date IS NOT NULL AND student_key = '" + student
                                + "'"));
    }

    @Test
    void ofTwoTransactionsWhichEnrollAStudentOnlyOneCommits() throws Exception {
        UUID student = student();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            enroll(first, student, "P", "2006-08-28", null);
            Future<?> second = other.submit(() -> {
                enroll(connection, student, "P", "2006-09-05", null);
                return null;
            });
            awaitWaiting();
            first.commit();
            assertThatThrownBy(() -> second.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SQLException.class)
                    .cause()
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo(EXCLUSION);
        } finally {
            other.shutdownNow();
        }
        assertThat(enrollments(student)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"student_name", "local_id", "enrollment", "program_participation", "test_window_attendance"})
    void refusesRowsOfAStudentWhomNobodyKnows(String table) throws SQLException {
        UUID nobody = UUID.randomUUID();
        UUID student = student();
        String row = "SELECT * FROM jsonb_populate_record(NULL::" + table + ", (SELECT jsonb_object_agg(column_name,"
                + " CASE WHEN data_type = 'uuid' THEN to_jsonb('%s'::text) WHEN data_type = 'text' THEN to_jsonb('1'::text)"
                + " WHEN data_type LIKE 'timestamp%%' OR data_type = 'date' THEN to_jsonb('2007-01-01'::text)"
                + " ELSE to_jsonb(1) END) FROM information_schema.columns WHERE table_schema = 'state' AND table_name = '"
                + table + "'))";
        assertRefused(FOREIGN_KEY, () -> run(connection, "INSERT INTO " + table + " " + row.formatted(nobody)));
        run(connection, "INSERT INTO " + table + " " + row.formatted(student));
        assertRefused(
                FOREIGN_KEY,
                () -> run(
                        connection,
                        "UPDATE " + table + " SET student_key = '" + nobody + "' WHERE student_key = '" + student
                                + "'"));
        run(connection, "DELETE FROM " + table + " WHERE student_key = '" + student + "'");
    }

    @Test
    void studentsStayAsTheyAreKnown() throws SQLException {
        UUID student = student();
        for (String statement : List.of(
                "DELETE FROM student WHERE student_key = '" + student + "'",
                "TRUNCATE student CASCADE",
                "UPDATE student SET student_key = uuidv7() WHERE student_key = '" + student + "'")) {
            assertRefused(RESTRICT, () -> run(connection, statement));
        }
    }

    private interface Writing {
        void run() throws SQLException;
    }

    private static void assertRefused(String sqlState, Writing writing) {
        assertThatThrownBy(writing::run)
                .isInstanceOf(SQLException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo(sqlState);
    }

    /** Until a session waits for another's lock. */
    private void awaitWaiting() throws Exception {
        try (Connection looking = database.getConnection();
                Statement statement = looking.createStatement()) {
            for (int look = 0; look < 600; look++) {
                try (var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("nobody waits for the first transaction");
    }

    private UUID student() throws SQLException {
        UUID key = UUID.randomUUID();
        int stateId = ThreadLocalRandom.current().nextInt(800_000_000, 900_000_000);
        run(
                connection,
                "INSERT INTO student VALUES ('" + key + "', '" + stateId + "', '63', NULL, 'Doe', 'Jane', NULL, NULL,"
                        + " 'F', '1995-05-14', '05', 1, now(), '2007-03-15', 1, 2, uuidv7())");
        return key;
    }

    private static void enroll(Connection connection, UUID student, String serviceType, String start, String end)
            throws SQLException {
        run(connection, enrollment(student, serviceType, start, end));
    }

    private static String enrollment(UUID student, String serviceType, String start, String end) {
        return "INSERT INTO enrollment VALUES " + values(student, serviceType, start, end);
    }

    private static String values(UUID student, String serviceType, String start, String end) {
        return "('" + UUID.randomUUID() + "', '" + student + "', '63', '733', '101', 2007, NULL, '" + serviceType
                + "', '"
                + start + "', '02', " + (end == null ? "NULL" : "'" + end + "'")
                + ", NULL, NULL, '06', uuidv7(), 1, now(), '2007-03-15', 1, 3, uuidv7())";
    }

    private long enrollments(UUID student) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM enrollment WHERE student_key = '" + student + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
