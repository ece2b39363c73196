package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.Asked.get;
import static gov.mt.opi.aim.reporting.Asked.json;
import static gov.mt.opi.aim.reporting.Asked.post;
import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files made from a snapshot of five children, and one child's records as they go back to the district. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtractTest {

    private final StateTopics state = new StateTopics();
    private String extracts;

    @BeforeAll
    void fiveChildren() {
        state.register("640");
        state.register("641");
        UUID jane = UUID.randomUUID();
        state.person(jane, "100000641", "640", "10045", "Doe", "Jane", "Q", "1995-05-14", "01");
        state.enrollment(jane, "640", Map.of("grade", "06", "localId", "10045"));
        state.program(
                UUID.randomUUID(),
                1,
                jane,
                "640",
                Map.of(
                        "freeReducedLunch",
                        "R",
                        "spedStatus",
                        "Y",
                        "titleIParticipation",
                        "Y",
                        "titleIProgramType",
                        "TAS",
                        "titleIReading",
                        "Y",
                        "dateEnteredLep",
                        "2005-10-05",
                        "lepStatus",
                        "01"));
        state.attendance(UUID.randomUUID(), 1, jane, "640", 0.333, "F");
        UUID amy = UUID.randomUUID();
        state.person(amy, "100000642", "640", "10046", "Able", "Amy", "", "1995-06-01", "05");
        state.enrollment(amy, "640", Map.of("grade", "06"));
        UUID ungraded = UUID.randomUUID();
        state.person(ungraded, "100000643", "640", "", "Ungraded", "Uma", "", "1995-06-01", "05");
        state.enrollment(ungraded, "640", Map.of("grade", "UM"));
        UUID senior = UUID.randomUUID();
        state.person(senior, "100000644", "640", "", "Senior", "Sam", "", "1989-06-01", "05");
        state.enrollment(senior, "640", Map.of("grade", "12"));
        UUID secondary = UUID.randomUUID();
        state.person(secondary, "100000645", "641", "77", "Second", "Sue", "", "1995-06-01", "05");
        state.enrollment(secondary, "640", Map.of("grade", "06", "serviceType", "S"));
        eventually(() -> {
            assertThat(json("/api/v1/membership?on=2007-03-13&district=640&lunch=R&raceEthnicity=01")
                            .getInt("total"))
                    .isEqualTo(1);
            assertThat(json("/api/v1/membership?on=2007-03-13&district=640&by=serviceType")
                            .getInt("total"))
                    .isEqualTo(5);
            assertThat(json("/api/v1/membership?on=2007-03-13&district=640&raceEthnicity=05&by=serviceType")
                            .getInt("total"))
                    .isEqualTo(4);
        });
        extracts = "/api/v1/snapshots/"
                + post("opi", "/api/v1/snapshots", "{\"name\": \"Extracts\", \"countDate\": \"2007-03-13\"}")
                        .jsonPath()
                        .getString("id")
                + "/extracts/";
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void theAssessmentRegistrationIsOrderedAndSaysWhoIsLeftOut() {
        assertThat(file("assessment-registration"))
                .isEqualTo(
                        "district\tschool\tgrade\tstateId\tlastName\tfirstName\tmiddleName\tsuffix\tbirthDate\tgender"
                                + "\traceEthnicity\tlunch\tsped\tlepStatus\n"
                                + "640\t733\t06\t100000642\tAble\tAmy\t\t\t06/01/1995\tF\t05\tN\tN\t\n"
                                + "640\t733\t06\t100000641\tDoe\tJane\tQ\t\t05/14/1995\tF\t01\tR\tY\t01\n");
        assertThat(file("assessment-registration-left-out"))
                .isEqualTo("district\tschool\tgrade\tstateId\tlastName\tfirstName\treason\n"
                        + "640\t733\t06\t100000645\tSecond\tSue\tSecondary enrollment only\n"
                        + "640\t733\tUM\t100000643\tUngraded\tUma\tungraded\n");
    }

    @Test
    void fundingNutritionAndSpecialEducation() {
        assertThat(file("funding"))
                .isEqualTo("district\tschool\tgrade\tstudents\tamericanIndian\n640\t733\t06\t2\t1\n640\t733\t12\t1\t0\n"
                        + "640\t733\tUM\t1\t0\n");
        assertThat(file("child-nutrition"))
                .startsWith(
                        "district\tschool\tlunch\tstateId\tlastName\tfirstName\tgrade\n640\t733\tN\t100000642\tAble\tAmy\t06\n")
                .endsWith("640\t733\tR\t100000641\tDoe\tJane\t06\n");
        assertThat(file("special-education")).isEqualTo("district\tage\tstudents\n640\t11\t1\n");
    }

    @Test
    void theManifestFitsTheFile() throws Exception {
        String file = file("funding");
        JsonPath manifest = json(extracts + "funding/manifest?district=640");

        assertThat(manifest.getInt("rows")).isEqualTo(3);
        assertThat(manifest.getInt("bytes")).isEqualTo(file.length());
        assertThat(manifest.getString("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8))));
        assertThat(manifest.getString("definition")).contains("not the statutory ANB");
    }

    @Test
    void aSnapshotsFilesStayTheSame() {
        String before = file("child-nutrition");
        UUID late = UUID.randomUUID();
        state.enrollment(late, "640", Map.of("grade", "06", "startDate", "2007-03-01"));
        eventually(() -> assertThat(
                        json("/api/v1/membership?on=2007-03-13&district=640").getInt("total"))
                .isEqualTo(5));

        assertThat(file("child-nutrition")).isEqualTo(before);
    }

    @Test
    void theStateViewHasTheLayoutOfMt13() {
        Response answer = get("district-640", "/api/v1/state-view?year=2007");

        assertThat(answer.header("Content-Disposition")).contains("640_06302007.tsv");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString())
                .startsWith("HD\t06/30/2007\t00:00:00\tMT1.3\n")
                .contains("SD\t640\t100000641\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t01\t\t\t\n")
                .contains("SD\t640\t100000645\t\tSecond\tSue\t\t\tF\t06/01/1995\t\t05\t\t\t\n")
                .contains("EN\t640\t733\t101\t2007\t100000641\t10045\tP\t08/28/2006\t02\t\t\t\t06\n")
                .contains(
                        "PP\t640\t733\t101\tDoe\tJane\t100000641\t\tR\tY\tN\tY\tTAS\tY\t\t\t\t\t\t\t\t\t\t\t\tN\t\t\t\t\t\t01"
                                + "\t10/05/2005\t\tN\t\t2007\n")
                .contains("AT\t640\t733\t101\t100000641\tDoe\tJane\t0.333\tF\n");
        assertThat(json("/api/v1/state-view/manifest?district=640&year=2007").getInt("rows"))
                .isEqualTo(answer.asString().split("\n").length - 1);
    }

    @Test
    void whoMayNotIsToldSo() {
        assertThat(get("district-641", extracts + "funding?district=640").statusCode())
                .isEqualTo(404);
        assertThat(get("district-641", extracts + "child-nutrition").asString())
                .isEqualTo("district\tschool\tlunch\tstateId\tlastName\tfirstName\tgrade\n");
        assertThat(get("district-641", "/api/v1/state-view?year=2007&district=640")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("opi", "/api/v1/state-view?year=2007").statusCode()).isEqualTo(400);
        assertThat(get("opi", "/api/v1/state-view?district=640").statusCode()).isEqualTo(400);
        assertThat(get("opi", extracts + "shoes").statusCode()).isEqualTo(404);
    }

    private String file(String extract) {
        Response answer = get("opi", extracts + extract + "?district=640");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/tab-separated-values");
        return answer.asString();
    }
}
