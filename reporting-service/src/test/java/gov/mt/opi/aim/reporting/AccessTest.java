package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, and what is answered to those who ask nonsense. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void twoDistricts() {
        state.register("401");
        state.register("402");
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "401", "07", "P", "1996-08-28", "1997-05-30");
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "402", "07", "P", "1996-08-28", "1997-05-30");
    }

    @BeforeEach
    void theyAreCounted() {
        eventually(() -> assertThat(get("opi", "/api/v1/membership?on=1997-03-13&by=district")
                        .jsonPath()
                        .getList("rows"))
                .hasSize(2));
    }

    @AfterAll
    void close() {
        state.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/membership?on=1997-03-13",
                "/api/v1/snapshots",
                "/api/v1/snapshots/1",
                "/api/v1/snapshots/1/counts",
                "/api/v1/reports",
                "/api/v1/reports/dropouts?year=2007",
                "/api/v1/reports/dropouts/students?year=2007",
                "/api/v1/reports/subgroups?on=1997-03-13",
                "/api/v1/snapshots/1/difference",
                "/api/v1/snapshots/1/difference/students",
                "/api/v1/snapshots/1/extracts/funding",
                "/api/v1/snapshots/1/extracts/funding/manifest",
                "/api/v1/state-view?district=401&year=2007",
                "/api/v1/collections",
                "/api/v1/collections/1/certifications",
                "/api/v1/collections/1/districts/401/completeness",
                "/api/v1/collections/1/districts/401/certification",
                "/api/v1/read-model/rebuild",
                "/api/v1/audit"
            })
    void nobodyAsksAnonymously(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(get("district-499", path).statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/api/v1/snapshots")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aDistrictCountsItsOwnStudentsOnly() {
        String counts = "/api/v1/membership?on=1997-03-13&by=district";
        List<Map<String, Object>> own = List.of(Map.of("district", "401", "students", 1));
        assertThat(get("district-401", counts).jsonPath().getList("rows")).isEqualTo(own);
        assertThat(get("district-401", counts + "&district=401").jsonPath().getList("rows"))
                .isEqualTo(own);
        assertThat(get("district-401", counts + "&district=402").statusCode()).isEqualTo(404);
        assertThat(get("district-401", counts + "&district=401,402").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDistrictSeesItsOwnStudentsOfASnapshotAndTakesNone() {
        String body = "{\"name\": \"Scoped\", \"countDate\": \"1997-03-13\"}";
        assertThat(post("district-401", body).statusCode()).isEqualTo(403);
        String snapshot = "/api/v1/snapshots/" + post("opi", body).jsonPath().getString("id");

        assertThat(get("opi", snapshot + "/counts").jsonPath().getInt("total")).isEqualTo(2);
        assertThat(get("district-401", snapshot + "/counts?by=district")
                        .jsonPath()
                        .getList("rows"))
                .isEqualTo(List.of(Map.of("district", "401", "students", 1)));
        assertThat(get("district-401", snapshot + "/counts?district=402").statusCode())
                .isEqualTo(404);
        assertThat(get("district-401", snapshot).statusCode()).isEqualTo(403);
        assertThat(get("district-401", "/api/v1/snapshots").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=grade",
                "on=",
                "on=2007-13-01",
                "on=2107-03-13",
                "on=03/13/2007",
                "on=%2B999999999-12-31",
                "on=1997-03-13&by=shoe",
                "on=1997-03-13&by=grade,grade",
                "on=1997-03-13&by=district,grade,lunch,sped,homeless,gender",
                "on=1997-03-13&district=abc",
                "on=1997-03-13&school=0733",
                "on=1997-03-13&grade=6",
                "on=1997-03-13&raceEthnicity=%00",
                "on=1997-03-13&lunch=Y",
                "on=1997-03-13&raceethnicity=01",
                "on=1997-03-13&district=%27%3B--"
            })
    void nonsenseIsABadRequest(String query) {
        Response answer = get("opi", "/api/v1/membership?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }

    @Test
    void aHugeByIsABadRequestThatIsNotRepeated() {
        Response answer = get("opi", "/api/v1/membership?on=2007-03-13&by=" + "x".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail")).contains("xxx…").hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subgroups?on=2107-03-13",
                "subgroups?on=2007-03-13&snapshot=0195c1f2-4b7e-7d3a-9f10-2b3c4d5e6f70",
                "dropouts?year=2107",
                "movement/students?year=2107"
            })
    void whatIsStillToComeOrMeansTwoThingsIsNotCounted(String report) {
        Response answer = get("opi", "/api/v1/reports/" + report);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    }

    @Test
    void theReportsSayWhatTheyCount() {
        Response answer = get("district-401", "/api/v1/reports");
        assertThat(answer.jsonPath().getList("items.id")).contains("membership");
        assertThat(answer.jsonPath().getString("items[0].definition")).contains("Primary");
        assertThat(answer.jsonPath().getList("items[0].dimensions")).hasSize(13);
    }

    @Test
    void healthAndMetricsAreOpenAndTheServiceIsReady() {
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/metrics").asString()).contains("aim_state_batch_size");
        assertThat(given().get("/q/openapi").asString()).contains("/api/v1/membership");
    }

    private static Response get(String user, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .basic(user, user)
                .get(path);
    }

    private static Response post(String user, String body) {
        return given().auth()
                .preemptive()
                .basic(user, user)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/snapshots");
    }
}
