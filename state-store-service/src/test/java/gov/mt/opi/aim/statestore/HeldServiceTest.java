package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moves, waiting and voids as districts, OPI and downstream systems see them. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class HeldServiceTest {

    private static int students = 951_000_000;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String stateId = String.valueOf(++students);
    private ServiceScene scene;

    @BeforeEach
    void aStudentOfDistrict51() {
        scene = new ServiceScene(bootstrapServers);
        ServiceScene.register("51", "52", "53");
        scene.send(Records.file("51", 1)
                .adopting()
                .sd(stateId, stateId, "Mover" + letters(), "Mia", "F", "1996-01-01")
                .en(stateId, "700", "P", "2006-08-28", ""));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aMoveWaitsInSightOfBothDistrictsUntilTheOldOneEndsIt() {
        Records moved = Records.file("52", 2).en(stateId, "800", "P", "2007-01-08", "");
        assertThat(scene.send(moved).get(2).outcome()).isEqualTo(Outcome.HELD);
        for (String user : List.of("district-51", "district-52", "opi")) {
            as(user).get("/api/v1/held-records?reason=XS-022&size=1000")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .body(item(moved) + ".line", equalTo(2))
                    .body(item(moved) + ".districtNumber", equalTo("52"))
                    .body(item(moved) + ".waitsForDistrict", equalTo("51"))
                    .body(item(moved) + ".waitsFor", equalTo("the end date of the enrollment in district 51"))
                    .body(item(moved) + ".stateId", equalTo(stateId))
                    .body(item(moved) + ".startDate", equalTo("2007-01-08"));
        }
        as("district-53")
                .get("/api/v1/held-records?size=1000")
                .then()
                .body("items.submissionId", not(hasItem(moved.submissionId.toString())));
        RecordHeld held = scene.held(moved, 2, 1).orElseThrow();
        assertThat(held.ruleId()).isEqualTo("XS-022");
        assertThat(held.districtNumber()).isEqualTo("52");
        assertThat(held.recordType()).isEqualTo(RecordType.EN);

        as("opi")
                .contentType("application/json")
                .body(Map.of("districtNumber", "52"))
                .post("/api/v1/resync")
                .then()
                .statusCode(202);
        assertThat(scene.held(moved, 2, 2)).contains(held);

        scene.send(Records.file("51", 3).en(stateId, "700", "P", "2006-08-28", "2007-01-05"));
        assertThat(told(moved, 2)).containsExactly(Outcome.HELD, Outcome.ACCEPTED);
        assertThat(scene.held(moved, 2, 3)).isEmpty();
        as("opi")
                .get("/api/v1/held-records?size=1000")
                .then()
                .body("items.submissionId", not(hasItem(moved.submissionId.toString())));
        as("opi")
                .get("/api/v1/students/" + stateId)
                .then()
                .body("enrollments.districtNumber", contains("51", "52"))
                .body("enrollments[1].source.submissionId", equalTo(moved.submissionId.toString()));
    }

    @Test
    void aLineThatIsOnlyCheckedWaitsForNobody() {
        Records checked = Records.file("52", 2).validating().en(stateId, "800", "P", "2007-01-08", "");
        assertThat(scene.send(checked).get(2).outcome()).isEqualTo(Outcome.HELD);
        Records moved = Records.file("52", 3).en(stateId, "801", "P", "2007-01-09", "");
        scene.send(moved);

        assertThat(scene.held(moved, 2, 1)).isPresent();
        assertThat(scene.probe.read(
                        Topic.RECORD_HELD.topicName(),
                        message -> message.key().startsWith(checked.submissionId.toString()),
                        1,
                        java.time.Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void anEnrollmentThatShouldNotBeThereIsVoidedWithAReasonAndWhatWaitedForItGoesOn() {
        Records moved = Records.file("52", 2).en(stateId, "800", "P", "2007-01-08", "");
        scene.send(moved);
        String key = as("district-51")
                .get("/api/v1/students/" + stateId)
                .then()
                .extract()
                .path("enrollments[0].key");
        String path = "/api/v1/enrollments/" + key + "/void";
        as("district-51")
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        voiding("district-52", path).statusCode(404);
        voiding("district-51", "/api/v1/enrollments/nonsense/void").statusCode(404);
        voiding("district-51", "/api/v1/program-participation/" + key + "/void").statusCode(404);
        voiding("district-51", path).statusCode(200).body("key", equalTo(key));
        voiding("district-51", path).statusCode(404);

        assertThat(told(moved, 2)).containsExactly(Outcome.HELD, Outcome.ACCEPTED);
        as("opi").get("/api/v1/students/" + stateId).then().body("enrollments.districtNumber", contains("52"));
        ConsumerRecord<String, byte[]> tombstone = scene.probe
                .read(
                        Topic.STATE_ENROLLMENT.topicName(),
                        message -> message.key().equals(key),
                        2,
                        ServiceScene.PATIENCE)
                .get(1);
        assertThat(tombstone.value()).isNull();
        as("opi")
                .get("/api/v1/audit?who=district-51&stateId=" + stateId)
                .then()
                .body("items.action", hasItem("RECORD_VOIDED"));
    }

    @Test
    void aVoidedEnrollmentComesBackAsTheSameThingWhenANewerFileBringsIt() {
        String key =
                as("opi").get("/api/v1/students/" + stateId).then().extract().path("enrollments[0].key");
        voiding("opi", "/api/v1/enrollments/" + key + "/void").statusCode(200);
        as("opi").get("/api/v1/students/" + stateId).then().body("enrollments", hasSize(0));
        Records sentAgain = Records.file("51", 4).en(stateId, "700", "P", "2006-08-28", "");
        assertThat(scene.send(sentAgain).get(2).outcome()).isEqualTo(Outcome.ACCEPTED);
        as("opi")
                .get("/api/v1/students/" + stateId)
                .then()
                .body("enrollments[0].key", equalTo(key))
                .body("enrollments[0].version", equalTo(3));
    }

    private static io.restassured.response.ValidatableResponse voiding(String user, String path) {
        return as(user).contentType("application/json")
                .body(Map.of("reason", "never came to school"))
                .post(path)
                .then();
    }

    /** What the world was told of a line of which more was said than once. */
    private List<Outcome> told(Records file, int line) {
        return scene
                .probe
                .read(
                        Topic.RECORD_OUTCOME.topicName(),
                        message -> message.key().equals(file.submissionId.toString()),
                        2,
                        ServiceScene.PATIENCE)
                .stream()
                .map(message -> ServiceScene.value(message, RecordOutcome.class))
                .filter(outcome -> outcome.line() == line)
                .map(RecordOutcome::outcome)
                .toList();
    }

    private static String item(Records file) {
        return "items.find { it.submissionId == '" + file.submissionId + "' }";
    }

    /** Names without likeness: the other students of this test are nobody's candidates. */
    private String letters() {
        StringBuilder letters = new StringBuilder();
        stateId.chars().forEach(digit -> letters.append((char) (digit - '0' + 'a')));
        return letters.toString();
    }
}
