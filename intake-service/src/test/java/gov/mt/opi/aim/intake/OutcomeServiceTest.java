package gov.mt.opi.aim.intake;

import static gov.mt.opi.aim.intake.IntakeScene.await;
import static gov.mt.opi.aim.intake.IntakeScene.awaitStatus;
import static gov.mt.opi.aim.intake.IntakeScene.file;
import static gov.mt.opi.aim.intake.IntakeScene.finding;
import static gov.mt.opi.aim.intake.IntakeScene.get;
import static gov.mt.opi.aim.intake.IntakeScene.line;
import static gov.mt.opi.aim.intake.IntakeScene.outcome;
import static gov.mt.opi.aim.intake.IntakeScene.submission;
import static gov.mt.opi.aim.intake.IntakeScene.taken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of lines: counts, findings, State IDs, completion, and that repetition changes none of it. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class OutcomeServiceTest {

    private static final Finding GRADE = finding("EN-142", 3, RecordType.EN, 14, "Grade", "=9");
    private static final Finding LOCAL_ID = finding("SD-043", 2, RecordType.SD, 4, "Student's Local ID", "x");

    private IntakeScene scene;

    @BeforeEach
    void register() {
        scene = new IntakeScene();
        scene.register("63", "64");
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void countsOutcomesAndFindingsAndCompletes() throws Exception {
        String id = fourLines("counted");

        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.REJECTED, GRADE)));
        await(id, now -> now.path("records.pending").equals(3))
                .then()
                .body("records.rejected", equalTo(1))
                .body("status", equalTo("PROCESSING"));
        scene.tell(rest(id));

        awaitStatus(id, "COMPLETED")
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("completedAt", notNullValue())
                .body(
                        "records",
                        equalTo(Map.of(
                                "total",
                                4,
                                "pending",
                                0,
                                "accepted",
                                1,
                                "unchanged",
                                1,
                                "rejected",
                                1,
                                "held",
                                0,
                                "stale",
                                1)))
                .body("recordsByType.SD.accepted", equalTo(1))
                .body("recordsByType.EN.rejected", equalTo(1))
                .body("findings", equalTo(Map.of("fatal", 0, "error", 1, "held", 0, "warning", 1, "info", 14)));
        ConsumerRecord<String, byte[]> message = scene.read(
                        Topic.SUBMISSION, id + ":completed", 1, IntakeScene.PATIENCE)
                .get(0);
        assertThat(message.key()).isEqualTo("63");
        SubmissionChanged change = EventJson.reader(SubmissionChanged.class).readValue(message.value());
        assertThat(change.outcomes())
                .containsEntry(Outcome.ACCEPTED, 1)
                .containsEntry(Outcome.REJECTED, 1)
                .containsEntry(Outcome.HELD, 0);
    }

    @Test
    void listsFindingsByLineAndByFilter() {
        String id = completed("listed");

        get("district-63", "/submissions/{id}/findings", id)
                .then()
                .header("Cache-Control", "no-store")
                .body("total", equalTo(2))
                .body("items.line", equalTo(List.of(2, 3)))
                .body("items[1].ruleId", equalTo("EN-142"))
                .body("items[1].severity", equalTo("ERROR"))
                .body("items[1].recordType", equalTo("EN"))
                .body("items[1].fieldNumber", equalTo(14))
                .body("items[1].fieldName", equalTo("Grade"))
                .body("items[1].value", equalTo("=9"))
                .body("items[1].hint", notNullValue())
                .body("items[1].specSection", equalTo("2.6"));
        for (String filter :
                List.of("severity=ERROR", "ruleId=EN-142", "recordType=EN", "severity=error&ruleId=EN-142")) {
            get("opi", "/submissions/{id}/findings?" + filter, id)
                    .then()
                    .body("items.ruleId", equalTo(List.of("EN-142")))
                    .body("total", equalTo(1));
        }
        get("opi", "/submissions/{id}/findings?severity=INFO", id).then().body("total", equalTo(0));
        get("opi", "/submissions/{id}/findings?page=1&size=1", id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].line", equalTo(3))
                .body("total", equalTo(2));
    }

    @Test
    void sumsFindingsUpByRule() {
        String id = completed("summed up");

        get("district-63", "/submissions/{id}/findings/summary", id)
                .then()
                .body("items.ruleId", equalTo(List.of("SD-031", "EN-142", "SD-043")))
                .body("items.count", equalTo(List.of(14, 1, 1)))
                .body("items.severity", equalTo(List.of("INFO", "ERROR", "WARNING")))
                .body("items[1].firstLines", equalTo(List.of(3)))
                .body("items[1].message", equalTo("Grade must have two characters."));
    }

    @Test
    void givesFindingsAsCsvThatASpreadsheetDoesNotExecute() {
        String id = completed("as CSV");

        given().auth()
                .preemptive()
                .basic("district-63", "district-63")
                .accept("text/csv")
                .get("/api/v1/submissions/{id}/findings", id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(startsWith(
                        "line,ruleId,severity,recordType,fieldNumber,fieldName,value,message,hint,specSection\r\n"
                                + "2,SD-043,WARNING,SD,4,Student's Local ID,x,"))
                .body(containsString("3,EN-142,ERROR,EN,14,Grade,'=9,"));
    }

    @Test
    void givesTheStateIdOfEachSdLine() {
        String id = completed("state ids");

        get("district-63", "/submissions/{id}/state-ids", id)
                .then()
                .contentType(containsString("text/tab-separated-values"))
                .body(equalTo("districtNumber\tlocalId\tstateId\toutcome\n63\tL2\t900000002\tNEW\n"));
        given().auth()
                .preemptive()
                .basic("district-63", "district-63")
                .accept("application/json")
                .get("/api/v1/submissions/{id}/state-ids", id)
                .then()
                .body("total", equalTo(1))
                .body("items[0].stateId", equalTo("900000002"));
    }

    @Test
    void changesNothingWhenOutcomesAreDeliveredAgain() {
        String id = completed("again");
        String before = submission(id).asString();
        String findings = get("opi", "/submissions/{id}/findings", id).asString();
        String summary = get("opi", "/submissions/{id}/findings/summary", id).asString();

        scene.tell(rest(id));
        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.REJECTED, GRADE)));
        awaitEverythingRead(id);

        assertThat(submission(id).asString()).isEqualTo(before);
        assertThat(get("opi", "/submissions/{id}/findings", id).asString()).isEqualTo(findings);
        assertThat(get("opi", "/submissions/{id}/findings/summary", id).asString())
                .isEqualTo(summary);
        assertThat(scene.read(Topic.SUBMISSION, id + ":completed", 2, java.time.Duration.ofSeconds(2)))
                .hasSize(1);
    }

    @Test
    void believesTheStateStoreMoreThanValidationInEitherOrder() {
        String id = fourLines("precedence");
        RecordOutcome rejected = outcome(id, 3, RecordType.EN, Outcome.REJECTED, GRADE);
        RecordOutcome accepted = outcome(id, 3, RecordType.EN, Outcome.ACCEPTED);

        scene.tell(List.of(rejected, accepted, rejected));
        scene.tell(rest(id));

        awaitStatus(id, "COMPLETED")
                .then()
                .body("records.accepted", equalTo(2))
                .body("records.rejected", equalTo(0))
                .body("findings.error", equalTo(0));
    }

    @Test
    void replacesAHeldOutcomeAndStaysCompleted() {
        String id = fourLines("held");
        Finding held = finding("XS-001", 3, RecordType.EN, 6, "Student's State ID", "")
                .as(gov.mt.opi.aim.contracts.rule.Severity.HELD);
        scene.tell(rest(id));
        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.HELD, held)));
        Response waiting = awaitStatus(id, "COMPLETED");
        waiting.then().body("records.held", equalTo(1)).body("records.pending", equalTo(0));
        String completedAt = waiting.path("completedAt");

        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.ACCEPTED)));

        await(id, now -> now.path("records.held").equals(0))
                .then()
                .body("records.accepted", equalTo(2))
                .body("status", equalTo("COMPLETED"))
                .body("completedAt", equalTo(completedAt));
        get("opi", "/submissions/{id}/findings?ruleId=XS-001", id).then().body("total", equalTo(0));
    }

    @Test
    void tellsWhatALineWaitsForNow() {
        String id = fourLines("held-by-another");
        scene.tell(rest(id));
        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.HELD, waitingFor("district 64"))));
        awaitStatus(id, "COMPLETED");

        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.HELD, waitingFor("district 65"))));
        awaitEverythingRead(id);
        submission(id).then().body("records.held", equalTo(1)).body("findings.held", equalTo(1));
        get("opi", "/submissions/{id}/findings?ruleId=XS-022", id)
                .then()
                .body("total", equalTo(1))
                .body("items.value", equalTo(List.of("district 65")));
    }

    private static Finding waitingFor(String district) {
        return finding("XS-022", 3, RecordType.EN, 9, "Enrollment Start Date", district)
                .as(gov.mt.opi.aim.contracts.rule.Severity.HELD);
    }

    @Test
    void putsUnreadableAndUnknownOutcomesAsideAndGoesOn() {
        String id = fourLines("poison");
        scene.tellBytes(id, "{not json".getBytes(StandardCharsets.UTF_8));
        scene.tellBytes(id, "{\"submissionId\":null}".getBytes(StandardCharsets.UTF_8));
        scene.tell(List.of(
                outcome(UUID.randomUUID().toString(), 2, RecordType.SD, Outcome.ACCEPTED),
                outcome(id, 999_999, RecordType.SD, Outcome.ACCEPTED),
                outcome(id, 0, RecordType.SD, Outcome.ACCEPTED),
                outcome(id, 3, RecordType.EN, Outcome.UNCHANGED)));
        scene.tell(rest(id));

        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED")).body("records.unchanged", equalTo(2));
        assertThat(scene.read(Topic.DEAD_LETTER, Topic.RECORD_OUTCOME.topicName(), 1, IntakeScene.PATIENCE))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                        .doesNotContain("not json"));
    }

    @Test
    void countsEveryLineOfALargeFileOnce() {
        int lines = 12_000;
        String[] records = IntStream.range(0, lines)
                .mapToObj(i -> line("AT", "64", "large " + i))
                .toArray(String[]::new);
        String id = taken("district-64", "64_03152007.tsv", file(records));
        assertThat(scene.published(id, lines))
                .extracting(message -> TopicProbe.header(message, "ce_id"))
                .containsExactlyElementsOf(IntStream.range(2, lines + 2)
                        .mapToObj(line -> id + ":" + line)
                        .toList());

        List<RecordOutcome> outcomes = new ArrayList<>();
        for (int line = 2; line < lines + 2; line++) {
            outcomes.add(
                    line % 10 == 0
                            ? outcome(
                                    id,
                                    line,
                                    RecordType.AT,
                                    Outcome.REJECTED,
                                    finding("AT-031", line, RecordType.AT, 3, "School Number", ""))
                            : outcome(id, line, RecordType.AT, Outcome.ACCEPTED));
        }
        scene.tell(outcomes.subList(0, 7_000));
        scene.tell(outcomes);

        awaitStatus(id, "COMPLETED")
                .then()
                .body("recordsByType.AT.accepted", equalTo(10_800))
                .body("recordsByType.AT.rejected", equalTo(1_200))
                .body("findings.error", equalTo(1_200));
        get("district-64", "/submissions/{id}/findings?page=0&size=1000", id)
                .then()
                .body("total", equalTo(1_200))
                .body("items", hasSize(500))
                .body("listed", equalTo(500))
                .body("capped", equalTo(true))
                .body("cappedRules", equalTo(List.of(Map.of("ruleId", "AT-031", "count", 1_200, "listed", 500))));
        String csv = given().auth()
                .preemptive()
                .basic("opi", "opi")
                .accept("text/csv")
                .get("/api/v1/submissions/{id}/findings", id)
                .asString();
        assertThat(csv.lines()).hasSize(1_201);
    }

    private static String fourLines(String what) {
        return taken(
                "district-63",
                "63_03152007.tsv",
                file(line("SD", "63", what), line("EN", "63", what), line("PP", "63", what), line("AT", "63", what)));
    }

    private String completed(String what) {
        String id = fourLines(what);
        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.REJECTED, GRADE)));
        scene.tell(rest(id));
        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED"));
        return id;
    }

    /** All lines but line 3. */
    private static List<RecordOutcome> rest(String id) {
        return List.of(
                outcome(id, 2, RecordType.SD, Outcome.ACCEPTED, DecidedBy.STATE_STORE, Map.of("SD-031", 14), LOCAL_ID),
                outcome(id, 4, RecordType.PP, Outcome.UNCHANGED),
                outcome(id, 5, RecordType.AT, Outcome.STALE));
    }

    /** Waits until the outcomes sent so far were read: one sent after them under the same key comes after them. */
    private void awaitEverythingRead(String id) {
        int letters = deadLetters();
        scene.tellBytes(id, "end".getBytes(StandardCharsets.UTF_8));
        long deadline = System.nanoTime() + IntakeScene.PATIENCE.toNanos();
        while (deadLetters() == letters && System.nanoTime() < deadline) {
            IntakeScene.pause();
        }
        // The letter of a batch is sent before the batch is written down: one more batch, and it is.
        letters = deadLetters();
        scene.tellBytes(id, "end".getBytes(StandardCharsets.UTF_8));
        while (deadLetters() == letters && System.nanoTime() < deadline) {
            IntakeScene.pause();
        }
    }

    private int deadLetters() {
        return scene.read(Topic.DEAD_LETTER, "", Integer.MAX_VALUE, java.time.Duration.ofMillis(500))
                .size();
    }
}
