package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.Asked.get;
import static gov.mt.opi.aim.reporting.Asked.json;
import static gov.mt.opi.aim.reporting.Asked.post;
import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The read model made again from the topics, while it is asked. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {

    private static final String REBUILD = "/api/v1/read-model/rebuild";

    private final StateTopics state = new StateTopics();

    @Inject
    DataSource database;

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void whatWasLostIsBackAndWhatComesAfterwardsIsTakenIn() throws Exception {
        UUID student = UUID.randomUUID();
        state.register("630");
        state.student(student, 1, "F", "01");
        state.enrollment(student, "630", Map.of());
        UUID gone = state.enrollment(UUID.randomUUID(), "630", Map.of());
        state.gone(gov.mt.opi.aim.contracts.topic.Topic.STATE_ENROLLMENT, gone);
        String counts = "/api/v1/membership?on=2007-03-13&district=630&by=raceEthnicity";
        eventually(() ->
                assertThat(json(counts).getList("rows")).containsExactly(Map.of("raceEthnicity", "01", "students", 1)));
        damage(student);

        assertThat(post("district-630", REBUILD, "").statusCode()).isEqualTo(403);
        assertThat(post("opi", REBUILD, "").statusCode()).isEqualTo(202);
        // Asked on and on while the tables are replaced: there is always an answer.
        eventually(() -> {
            assertThat(get("opi", counts).statusCode()).isEqualTo(200);
            assertThat(json(REBUILD).getString("state")).isNotEqualTo("FAILED").isEqualTo("DONE");
        });

        assertThat(json(counts).getList("rows")).containsExactly(Map.of("raceEthnicity", "01", "students", 1));
        assertThat(indexes()).isEqualTo(4);
        assertThat(columnsSampledMuch()).isZero();
        state.enrollment(UUID.randomUUID(), "630", Map.of());
        eventually(() -> assertThat(json(counts).getInt("total")).isEqualTo(2));
    }

    /** The state topics were deleted and created again after a restore: positions are beyond their ends. */
    @Test
    void aRebuildEndsWhenTheTopicsWereMadeAnew() throws Exception {
        state.register("631");
        state.enrollment(UUID.randomUUID(), "631", Map.of());
        String counts = "/api/v1/membership?on=2007-03-13&district=631";
        eventually(() -> assertThat(json(counts).getInt("total")).isEqualTo(1));
        change("UPDATE position SET next_offset = next_offset + 100000");

        eventually(() -> assertThat(messagesBehind()).isPositive());
        assertThat(post("opi", REBUILD, "").statusCode()).isEqualTo(202);
        eventually(() -> assertThat(json(REBUILD).getString("state")).isEqualTo("DONE"));

        assertThat(json(counts).getInt("total")).isEqualTo(1);
        change("UPDATE position SET next_offset = next_offset - 100000 WHERE next_offset >= 100000");
    }

    @Test
    void readinessSaysHowFarBehindItIs() {
        eventually(() -> assertThat(messagesBehind()).isZero());
    }

    private static long messagesBehind() {
        JsonPath ready = given().get("/q/health/ready").jsonPath();
        return ready.getLong("checks.find { it.name == 'read model' }.data.messagesBehind");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void damage(UUID student) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM enrollment WHERE student_key = ?")) {
            delete.setObject(1, student);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    private int indexes() throws SQLException {
        return number("SELECT count(*) FROM pg_indexes WHERE schemaname = 'reporting'"
                + " AND tablename IN ('enrollment', 'program_participation')");
    }

    private int columnsSampledMuch() throws SQLException {
        return number(
                "SELECT count(*) FROM pg_attribute WHERE attrelid IN ('student'::regclass, 'attendance'::regclass,"
                        + " 'enrollment'::regclass, 'program_participation'::regclass)"
                        + " AND attnum > 0 AND NOT attisdropped AND attstattarget IS DISTINCT FROM 10");
    }

    private int number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
