package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.statestore.Scenarios.Scenario;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario ends as it says, on the real database. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ScenarioServiceTest {

    /** Emptied after each scenario; tables that others refer to come last. */
    private static final List<String> TABLES = List.of(
            "merged_thing",
            "own_identity",
            "student_merge",
            "not_same",
            "identity_case",
            "enrollment",
            "program_participation",
            "test_window_attendance",
            "held_record",
            "voided_record",
            "local_id",
            "student_name",
            "student_sender",
            "student",
            "calendar",
            "school",
            "district");

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Students are never deleted, except here.
            statement.execute("SET session_replication_role = replica; DELETE FROM "
                    + String.join("; DELETE FROM ", TABLES) + "; RESET session_replication_role");
        }
    }

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsTheScenarioSays(Scenario scenario) throws SQLException {
        addCalendars(scenario);
        addSchools(scenario);
        List<Decision> decisions = new ArrayList<>();
        JdbcTransactions transactions = new JdbcTransactions(
                database,
                outbox,
                perseverance,
                applied -> List.of(),
                applied -> decisions.addAll(applied.decisions()),
                Clock.systemUTC());
        Play.play(
                scenario,
                new StateStore(transactions, Merges.all(Settings.with(scenario.settings()))),
                decisions,
                this::retire);
    }

    /** The loser of a merge keeps its row and nothing else. */
    private void retire(Map<String, String> retired) {
        try (Connection connection = database.getConnection()) {
            for (var merge : retired.entrySet()) {
                try (PreparedStatement update = connection.prepareStatement("WITH survivor AS (SELECT student_key FROM"
                        + " student WHERE state_id = ?), loser AS (UPDATE student SET retired_into ="
                        + " (SELECT student_key FROM survivor) WHERE state_id = ? RETURNING student_key), names AS"
                        + " (DELETE FROM student_name WHERE student_key IN (SELECT student_key FROM loser))"
                        + " DELETE FROM local_id WHERE student_key IN (SELECT student_key FROM loser)")) {
                    update.setString(1, merge.getValue());
                    update.setString(2, merge.getKey());
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addSchools(Scenario scenario) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        WITH d AS (INSERT INTO district VALUES (?, 'District') ON CONFLICT DO NOTHING)
                        INSERT INTO school VALUES (?, ?, 'School', 'KG', '12') ON CONFLICT DO NOTHING
                        """)) {
            for (var school : scenario.schools().entrySet()) {
                insert.setString(1, school.getKey());
                insert.setString(2, school.getKey());
                insert.setString(3, school.getValue());
                insert.executeUpdate();
            }
        }
    }

    private void addCalendars(Scenario scenario) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        WITH d AS (INSERT INTO district VALUES (?, 'District') ON CONFLICT DO NOTHING),
                        s AS (INSERT INTO school VALUES (?, ?, 'School', 'KG', '12') ON CONFLICT DO NOTHING)
                        INSERT INTO calendar VALUES (?, ?, ?, ?, '2006-08-28', '2007-06-08', ?)
                        """)) {
            for (var calendar : scenario.calendars().entrySet()) {
                insert.setString(1, calendar.getKey().districtNumber());
                insert.setString(2, calendar.getKey().districtNumber());
                insert.setString(3, calendar.getKey().schoolNumber());
                insert.setString(4, calendar.getKey().districtNumber());
                insert.setString(5, calendar.getKey().schoolNumber());
                insert.setString(6, calendar.getKey().calendarNumber());
                insert.setInt(7, calendar.getKey().year());
                insert.setObject(8, calendar.getValue());
                insert.executeUpdate();
            }
        }
    }
}
