package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steward's queue, from a line that waits to what became of it. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class IdentityServiceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private ServiceScene scene;

    @BeforeEach
    void open() {
        scene = new ServiceScene(bootstrapServers);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aMatchMakesTheWaitingLineTheStudents() {
        scene.send(
                Records.file("801", 1).adopting().sd("801000001", "1", "Quist", "Jonathan", "Lee", "M", "1994-03-04"));
        Records near = Records.file("802", 2).sd("", "77", "Quist", "Jon", "Lee", "M", "1994-03-04");
        RecordOutcome held = scene.send(near).get(2);
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.identity().outcome()).isEqualTo(IdentityOutcome.PENDING);
        assertThat(scene.held(near, 2, 1).orElseThrow().ruleId()).isEqualTo("XS-006");

        String id = caseOf(near, 2);
        as("opi")
                .get("/api/v1/identity/cases/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("status", equalTo("open"))
                .body("ruleId", equalTo("XS-006"))
                .body("districtNumber", equalTo("802"))
                .body("line", equalTo(2))
                .body("child.localId", equalTo("77"))
                .body("child.firstName", equalTo("Jon"))
                .body("score", equalTo(30 + 25 + 18 + 5 + 10))
                .body("candidates", hasSize(1))
                .body("candidates[0].stateId", equalTo("801000001"))
                .body("candidates[0].person.firstName", equalTo("Jonathan"))
                .body("candidates[0].agrees", hasItem("birthDate"))
                .body("candidates[0].differs.firstName", equalTo("NICKNAME"));

        decide(id, Map.of("decision", "match", "stateId", "801000001"))
                .statusCode(200)
                .body("status", equalTo("decided"))
                .body("decision.decision", equalTo("match"))
                .body("decision.by", equalTo("opi"))
                .body("decision.outcome", equalTo("ACCEPTED"));
        RecordOutcome decided = scene.outcome(near, 2, 2);
        assertThat(decided.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decided.identity())
                .isEqualTo(new RecordOutcome.Identity("77", "801000001", IdentityOutcome.MATCHED));
        assertThat(decided.findings()).extracting("ruleId").containsExactly("XS-008");
        assertThat(scene.held(near, 2, 2)).isEmpty();

        // Saying it again changes nothing, saying something else is too late.
        decide(id, Map.of("decision", "match", "stateId", "801000001")).statusCode(200);
        decide(id, Map.of("decision", "new")).statusCode(409);
        as("opi").get("/api/v1/held-records?districtNumber=802").then().body("total", equalTo(0));

        // From now on the local ID leads to the student.
        RecordOutcome again = scene.send(Records.file("802", 3).sd("", "77", "Quist", "Jon", "Lee", "M", "1994-03-04"))
                .get(2);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.identity().outcome()).isEqualTo(IdentityOutcome.EXISTING);
    }

    @Test
    void aChildWhoIsSomebodyElseGetsAnIdAndIsNeverAskedAboutAgain() {
        scene.send(
                Records.file("803", 1).adopting().sd("803000001", "1", "Vance", "Olivia", "Rose", "F", "1993-06-05"));
        Records near = Records.file("804", 2).sd("", "5", "Vance", "Olivia", "Rose", "F", "1993-06-06");
        assertThat(scene.send(near).get(2).outcome()).isEqualTo(Outcome.HELD);
        decide(caseOf(near, 2), Map.of("decision", "new"))
                .statusCode(200)
                .body("decision.outcome", equalTo("ACCEPTED"));
        RecordOutcome decided = scene.outcome(near, 2, 2);
        assertThat(decided.identity().outcome()).isEqualTo(IdentityOutcome.NEW);
        assertThat(decided.identity().stateId()).matches("[1-9][0-9]{8}").isNotEqualTo("803000001");

        as("opi").post("/api/v1/identity/sweep").then().statusCode(200);
        assertThat(openPairsOf("803000001")).isZero();
    }

    @Test
    void aRefusedLineTellsTheDistrictWhy() {
        scene.send(Records.file("805", 1).adopting().sd("805000001", "1", "Weld", "Iris", "", "F", "1993-07-08"));
        Records near = Records.file("806", 2).sd("", "9", "Weld", "Iris", "", "F", "1993-08-07");
        scene.send(near);
        String id = caseOf(near, 2);
        decide(id, Map.of("decision", "reject")).statusCode(400);
        decide(id, Map.of("decision", "reject", "reason", "The birth date is not the one of the certificate."))
                .statusCode(200);
        RecordOutcome decided = scene.outcome(near, 2, 2);
        assertThat(decided.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decided.identity().outcome()).isEqualTo(IdentityOutcome.REJECTED);
        assertThat(decided.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("XS-006");
            assertThat(finding.message()).contains("The birth date is not the one of the certificate.");
        });
        assertThat(scene.held(near, 2, 2)).isEmpty();
    }

    @Test
    void ofTwoLinesThatLookAlikeTheOtherIsAloneWhenOneIsRefused() {
        Records twins = Records.file("807", 2)
                .sd("", "21", "Yost", "Mara", "", "F", "1993-09-09")
                .sd("", "22", "Yost", "Mara", "", "F", "1993-09-09")
                .findingOnAll("XF-009");
        assertThat(scene.send(twins).values())
                .extracting(RecordOutcome::outcome)
                .containsOnly(Outcome.HELD);
        String first = caseOf(twins, 2);
        as("opi")
                .get("/api/v1/identity/cases/" + first)
                .then()
                .body("ruleId", equalTo("XF-009"))
                .body("lookAlikes", hasSize(1))
                .body("lookAlikes[0].localId", equalTo("22"));
        decide(first, Map.of("decision", "reject", "reason", "Entered twice.")).statusCode(200);
        assertThat(scene.outcome(twins, 2, 2).outcome()).isEqualTo(Outcome.REJECTED);
        RecordOutcome other = scene.outcome(twins, 3, 2);
        assertThat(other.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(other.identity().outcome()).isEqualTo(IdentityOutcome.NEW);
        assertThat(other.findings()).isEmpty();
        assertThat(scene.held(twins, 2, 2)).isEmpty();
        assertThat(scene.held(twins, 3, 2)).isEmpty();
        as("opi")
                .get("/api/v1/identity/cases?status=open&size=1000")
                .then()
                .body("items.submissionId", not(hasItem(twins.submissionId.toString())));
    }

    @Test
    void whatElseWaitsForTheSameChildIsJudgedWithIt() {
        scene.send(Records.file("808", 1).adopting().sd("808000001", "1", "Zorn", "Nell", "", "F", "1993-10-11"));
        Records first = Records.file("809", 2).sd("", "31", "Zorn", "Nellie", "", "F", "1993-10-11");
        Records again = Records.file("809", 3).sd("", "0031", "Zorn", "Nellie", "", "F", "1993-10-11");
        scene.send(first);
        scene.send(again);
        decide(caseOf(first, 2), Map.of("decision", "match", "stateId", "808000001"))
                .statusCode(200);
        assertThat(scene.outcome(first, 2, 2).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(scene.outcome(again, 2, 2).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(scene.held(first, 2, 2)).isEmpty();
        assertThat(scene.held(again, 2, 2)).isEmpty();
        as("opi")
                .get("/api/v1/identity/cases/" + caseOf(again, 2))
                .then()
                .body("decision.decision", equalTo("followed"));
    }

    @Test
    void theSweepAsksAboutPairsNobodyDecidedAndTheOlderIdSurvives() {
        // Two districts hand over IDs that were issued elsewhere: nobody compares those.
        scene.send(Records.file("811", 1).adopting().sd("811000001", "1", "Abt", "Theodore", "J", "M", "1992-01-02"));
        scene.send(Records.file("812", 2).adopting().sd("812000001", "2", "Abt", "Theo", "J", "M", "1992-01-02"));
        as("opi").post("/api/v1/identity/sweep").then().statusCode(200);
        as("opi").post("/api/v1/identity/sweep").then().statusCode(200);
        assertThat(openPairsOf("811000001")).isEqualTo(1);
        String id = as("opi")
                .get("/api/v1/identity/cases?size=1000")
                .then()
                .extract()
                .path("items.find { it.kind == 'PAIR' && it.candidates.stateId.contains('811000001') }.id");
        decide(id, Map.of("decision", "reject", "reason", "?")).statusCode(422);
        decide(id, Map.of("decision", "match")).statusCode(200).body("decision.stateId", equalTo("811000001"));
        as("opi")
                .get("/api/v1/students/812000001")
                .then()
                .statusCode(200)
                .body("stateId", equalTo("811000001"))
                .body("retiredId", equalTo("812000001"))
                .body("names.firstName", hasItem("Theo"))
                .body("localIds", hasSize(2));
    }

    @Test
    void onlyStewardsDecideAndNonsenseIsRefused() {
        ServiceScene.register("63");
        String nowhere = "/api/v1/identity/cases/0198c0de-0000-7000-8000-000000000000";
        as("district-63").get("/api/v1/identity/cases").then().statusCode(403);
        as("district-63").post("/api/v1/identity/sweep").then().statusCode(403);
        as("district-63")
                .contentType("application/json")
                .body("{\"into\": \"1\", \"reason\": \"x\"}")
                .post("/api/v1/students/2/merge")
                .then()
                .statusCode(403);
        as("opi").get(nowhere).then().statusCode(404).contentType("application/problem+json");
        as("opi").get("/api/v1/identity/cases/none").then().statusCode(404);
        as("opi").get("/api/v1/identity/cases?status=perhaps").then().statusCode(400);
        scene.send(Records.file("813", 1).adopting().sd("813000001", "1", "Boe", "Kim", "", "F", "1992-02-03"));
        Records near = Records.file("814", 2).sd("", "3", "Boe", "Kimberly", "", "F", "1992-02-03");
        scene.send(near);
        String id = caseOf(near, 2);
        decide(id, Map.of("decision", "perhaps")).statusCode(400);
        decide(id, Map.of("decision", "match")).statusCode(422);
        decide(id, Map.of("decision", "match", "stateId", "999999998")).statusCode(422);
        assertThat(as("opi").get("/api/v1/identity/cases/" + id).path("status").toString())
                .isEqualTo("open");
    }

    private static ValidatableResponse decide(String id, Map<String, String> decision) {
        return as("opi")
                .contentType("application/json")
                .body(decision)
                .post("/api/v1/identity/cases/" + id + "/decision")
                .then();
    }

    /** Other tests leave cases too, so the queue may have more than one page. */
    private static String caseOf(Records file, int line) {
        for (int page = 0; ; page++) {
            var answer = as("opi")
                    .get("/api/v1/identity/cases?status=all&size=1000&page=" + page)
                    .then()
                    .statusCode(200)
                    .extract();
            String id = answer.path(
                    "items.find { it.submissionId == '" + file.submissionId + "' && it.line == " + line + " }?.id");
            if (id != null) {
                return id;
            }
            assertThat(answer.<List<?>>path("items"))
                    .as("cases of page %d", page)
                    .isNotEmpty();
        }
    }

    private static int openPairsOf(String stateId) {
        return as("opi")
                .get("/api/v1/identity/cases?size=1000")
                .then()
                .extract()
                .path("items.findAll { it.kind == 'PAIR' && it.candidates.stateId.contains('" + stateId
                        + "') }.size()");
    }
}
