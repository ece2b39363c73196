package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two State IDs of one child become one, and two again. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class MergeServiceTest {

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

    /** A child with two IDs: last year in one district, this year in another, where an overlap hides. */
    private void twoIds(String last, String birthDate, String first, String second, String district, String other) {
        scene.send(Records.file(district, 1)
                .adopting()
                .sd(first, "1", last, "Ann", "May", "F", birthDate)
                .en(first, "733", "P", "2006-08-28", "2007-01-31")
                .pp(first, "R"));
        scene.send(Records.file(other, 2)
                .adopting()
                .sd(second, "2", last, "Anna", "May", "F", birthDate)
                .en(second, "733", "P", "2007-01-15", "")
                .en(second, "901", "S", "2007-01-15", "")
                .pp(second, "F"));
    }

    @Test
    void recordsMoveAndTheOldIdLeadsToTheSurvivor() {
        twoIds("Cole", "1991-01-02", "821000001", "822000001", "821", "822");
        merge("822000001", "821000001")
                .statusCode(200)
                .body("stateId", equalTo("821000001"))
                .body("retiredId", equalTo("822000001"))
                // The newer of the two says who the student is.
                .body("firstName", equalTo("Anna"))
                .body("names.firstName", equalTo(List.of("Ann", "Anna")))
                .body("localIds", hasSize(2))
                // The Primary enrollment shares days with the survivor's and waits; the other one moved.
                .body("enrollments.schoolNumber", equalTo(List.of("733", "901")))
                .body("programParticipation", hasSize(2));
        as("opi").get("/api/v1/students/821000001").then().body("retiredId", nullValue());
        as("opi")
                .get("/api/v1/students?lastName=Cole&birthDate=1991-01-02&districtNumber=822")
                .then()
                .body("items.stateId", equalTo(List.of("821000001")));
        as("opi")
                .get("/api/v1/held-records?districtNumber=822")
                .then()
                .body("items.recordType", equalTo(List.of("EN")))
                .body("items[0].reason", equalTo("XS-022"))
                .body("items[0].stateId", equalTo("821000001"));

        ConsumerRecord<String, byte[]> retired =
                last(Topic.STATE_STUDENT, change -> change.stateId().equals("822000001") && change.version() == 2);
        assertThat(ServiceScene.value(retired, StateChanged.class).text("retiredInto"))
                .isEqualTo("821000001");
        StateChanged moved = ServiceScene.value(
                last(
                        Topic.STATE_ENROLLMENT,
                        change -> "901".equals(change.text("schoolNumber")) && change.version() == 2),
                StateChanged.class);
        assertThat(moved.stateId()).isEqualTo("821000001");

        // Files that still bring the old ID count for the survivor.
        Map<Integer, RecordOutcome> late = scene.send(Records.file("822", 3)
                .sd("822000001", "2", "Cole", "Anna", "May", "F", "1991-01-02")
                .en("822000001", "902", "S", "2007-03-01", ""));
        assertThat(late.get(2).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(late.get(2).identity().stateId()).isEqualTo("821000001");
        assertThat(late.values())
                .allSatisfy(outcome ->
                        assertThat(outcome.findings()).extracting("ruleId").contains("XS-002"));
        assertThat(late.get(3).outcome()).isEqualTo(Outcome.ACCEPTED);

        merge("822000001", "821000001").statusCode(200);
        merge("821000001", "822000001").statusCode(422);
        merge("821000009", "821000001").statusCode(404);
        merge("821000001", "821000009").statusCode(422);
    }

    @Test
    void aSplitGivesBackWhatCame() {
        twoIds("Hart", "1991-08-09", "823000001", "824000001", "823", "824");
        Map<String, Object> survivor = student("823000001");
        Map<String, Object> loser = student("824000001");
        merge("824000001", "823000001").statusCode(200);
        as("opi")
                .contentType("application/json")
                .body(Map.of("reason", "Cousins."))
                .post("/api/v1/students/824000001/split")
                .then()
                .statusCode(200)
                .body("stateId", equalTo("824000001"))
                .body("retiredId", nullValue());
        assertThat(student("823000001")).isEqualTo(survivor);
        assertThat(student("824000001")).isEqualTo(loser);
        as("opi").get("/api/v1/held-records?districtNumber=824").then().body("total", equalTo(0));
        as("opi")
                .contentType("application/json")
                .body(Map.of("reason", "Again."))
                .post("/api/v1/students/824000001/split")
                .then()
                .statusCode(409);
        // A person said that they are two: the sweep does not ask.
        as("opi").post("/api/v1/identity/sweep").then().statusCode(200);
        as("opi")
                .get("/api/v1/identity/cases?size=1000")
                .then()
                .body("items.findAll { it.kind == 'PAIR' && it.candidates.stateId.contains('823000001') }", hasSize(0));
    }

    @Test
    void ofTwoRecordsOfTheSameThingTheNewerStaysUntilTheSplit() {
        scene.send(Records.file("828", 1)
                .adopting()
                .sd("828000001", "1", "Enz", "Ada", "", "F", "1990-02-03")
                .en("828000001", "700", "P", "2006-08-28", "2007-01-10"));
        scene.send(Records.file("828", 2)
                .adopting()
                .sd("828000002", "2", "Enz", "Ada", "", "F", "1990-02-04")
                .en("828000002", "700", "P", "2006-08-28", "2007-01-20"));
        Map<String, Object> older = student("828000001");
        Map<String, Object> newer = student("828000002");
        merge("828000002", "828000001").statusCode(200).body("enrollments.endDate", equalTo(List.of("2007-01-20")));
        split("828000002");
        assertThat(student("828000001")).isEqualTo(older);
        assertThat(student("828000002")).isEqualTo(newer);
    }

    @Test
    void aLineThatWaitsBecauseOfTwoCandidatesIsJudgedWhenTheyBecomeOne() {
        scene.send(Records.file("829", 1).adopting().sd("829000001", "1", "Fox", "Eli", "", "M", "1990-03-04"));
        scene.send(Records.file("834", 2).adopting().sd("834000001", "1", "Fox", "Eli", "", "M", "1990-03-04"));
        Records waiting = Records.file("831", 3).sd("", "9", "Fox", "Eli", "", "M", "1990-03-04");
        RecordOutcome held = scene.send(waiting).get(2);
        assertThat(held.findings()).extracting("ruleId").containsExactly("XS-007");
        merge("834000001", "829000001").statusCode(200);
        RecordOutcome decided = scene.outcome(waiting, 2, 2);
        assertThat(decided.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decided.identity().stateId()).isEqualTo("829000001");
    }

    @Test
    void aLineThatWaitsBecauseOfAMergeIsJudgedWhenTheOtherDistrictEndsItsEnrollment() {
        twoIds("Gage", "1990-05-06", "832000001", "833000001", "832", "833");
        merge("833000001", "832000001").statusCode(200).body("enrollments", hasSize(2));
        scene.send(Records.file("832", 3).en("832000001", "733", "P", "2006-08-28", "2007-01-12"));
        as("opi")
                .get("/api/v1/students/832000001")
                .then()
                .body(
                        "enrollments.findAll { it.serviceType == 'P' }.startDate",
                        equalTo(List.of("2006-08-28", "2007-01-15")));
        split("833000001");
        as("opi")
                .get("/api/v1/students/833000001")
                .then()
                .body("enrollments.startDate", equalTo(List.of("2007-01-15", "2007-01-15")));
    }

    @Test
    void aLineThatBeganToWaitAfterTheMergeIsJudgedAtTheSplitForWhomItNames() {
        twoIds("Iver", "1990-07-08", "835000001", "836000001", "835", "836");
        merge("836000001", "835000001").statusCode(200);
        Records again = Records.file("836", 3).en("836000001", "733", "P", "2007-01-15", "");
        assertThat(scene.send(again).get(2).outcome()).isEqualTo(Outcome.HELD);
        split("836000001");
        assertThat(scene.outcome(again, 2, 2).outcome()).isEqualTo(Outcome.UNCHANGED);
        as("opi").get("/api/v1/held-records?districtNumber=836").then().body("total", equalTo(0));
    }

    @Test
    void mergesOfMergesAreUndoneInAnyOrder() {
        scene.send(Records.file("825", 1)
                .adopting()
                .sd("825000001", "1", "Dorn", "Al", "", "M", "1991-02-03")
                .en("825000001", "700", "P", "2004-08-28", "2005-06-01"));
        scene.send(Records.file("826", 2)
                .adopting()
                .sd("826000001", "1", "Dorn", "Al", "", "M", "1991-02-04")
                .en("826000001", "700", "P", "2005-08-28", "2006-06-01"));
        scene.send(Records.file("827", 3)
                .adopting()
                .sd("827000001", "1", "Dorn", "Al", "", "M", "1991-02-05")
                .en("827000001", "700", "P", "2006-08-28", ""));
        Map<String, Object> first = student("825000001");
        Map<String, Object> second = student("826000001");
        Map<String, Object> third = student("827000001");
        merge("827000001", "826000001").statusCode(200);
        merge("826000001", "825000001").statusCode(200).body("enrollments", hasSize(3));
        as("opi").get("/api/v1/students/827000001").then().body("stateId", equalTo("825000001"));
        split("827000001");
        assertThat(student("827000001")).isEqualTo(third);
        split("826000001");
        assertThat(student("826000001")).isEqualTo(second);
        assertThat(student("825000001")).isEqualTo(first);
    }

    private static ValidatableResponse merge(String loser, String survivor) {
        return as("opi")
                .contentType("application/json")
                .body(Map.of("into", survivor, "reason", "One child."))
                .post("/api/v1/students/" + loser + "/merge")
                .then();
    }

    private static void split(String retired) {
        as("opi")
                .contentType("application/json")
                .body(Map.of("reason", "Two children."))
                .post("/api/v1/students/" + retired + "/split")
                .then()
                .statusCode(200);
    }

    /** What is known of a student, without what says how often and when it changed. */
    private static Map<String, Object> student(String stateId) {
        Map<String, Object> file = new HashMap<>(
                as("opi").get("/api/v1/students/" + stateId).then().extract().path("$"));
        return withoutVersions(file);
    }

    private static Map<String, Object> withoutVersions(Map<String, Object> file) {
        Map<String, Object> plain = new HashMap<>();
        file.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                plain.put(name, list.stream().map(MergeServiceTest::plain).toList());
            } else if (!name.equals("version") && !name.equals("changedAt")) {
                plain.put(name, value);
            }
        });
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new HashMap<>();
            map.forEach((name, entry) -> named.put(name.toString(), entry));
            return withoutVersions(named);
        }
        return value;
    }

    private ConsumerRecord<String, byte[]> last(Topic topic, java.util.function.Predicate<StateChanged> wanted) {
        return scene.probe
                .read(
                        topic.topicName(),
                        message ->
                                message.value() != null && wanted.test(ServiceScene.value(message, StateChanged.class)),
                        1,
                        ServiceScene.PATIENCE)
                .get(0);
    }
}
