package gov.mt.opi.aim.statestore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class StateStoreServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TopicProbe probe;

    @BeforeEach
    void open() {
        probe = new TopicProbe(bootstrapServers);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aFileBecomesAStudentWithAllThatIsKnown() {
        Records demographics = Records.file("63", 15).sd("", "10045", "Doe", "Jane", "F", "1995-05-14");
        RecordOutcome outcome = send(demographics).get(2);
        assertThat(outcome.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome.identity().outcome()).isEqualTo(IdentityOutcome.NEW);
        String stateId = outcome.identity().stateId();
        assertThat(stateId).matches("[1-9][0-9]{8}");

        Records rest = Records.file("63", 16)
                .en(stateId, "733", "P", "2006-08-28", "")
                .pp(stateId, "R")
                .at(stateId, "0.333");
        assertThat(send(rest).values()).extracting(RecordOutcome::outcome).containsOnly(Outcome.ACCEPTED);

        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .get("/api/v1/students/" + stateId)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("stateId", equalTo(stateId))
                .body("lastName", equalTo("Doe"))
                .body("birthDate", equalTo("1995-05-14"))
                .body("names", hasSize(1))
                .body("names[0].effectiveDate", equalTo("2007-03-15"))
                .body("localIds[0].localId", equalTo("10045"))
                .body("enrollments[0].schoolNumber", equalTo("733"))
                .body("enrollments[0].startDate", equalTo("2006-08-28"))
                .body("enrollments[0].source.line", equalTo(2))
                .body("enrollments[0].source.submissionId", equalTo(rest.submissionId.toString()))
                .body("programParticipation[0].freeReducedLunch", equalTo("R"))
                .body("testWindowAttendance[0].testWindowCountAbsent", equalTo(0.333f));

        ConsumerRecord<String, byte[]> event = probe.read(
                        Topic.STATE_ENROLLMENT.topicName(),
                        message -> message.value() != null
                                && value(message, StateChanged.class).stateId().equals(stateId),
                        1,
                        PATIENCE)
                .get(0);
        StateChanged enrollment = value(event, StateChanged.class);
        assertThat(enrollment.districtNumber()).isEqualTo("63");
        assertThat(enrollment.version()).isEqualTo(1);
        assertThat(enrollment.text("grade")).isEqualTo("06");
        assertThat(enrollment.source().line()).isEqualTo(2);
        assertThat(TopicProbe.header(event, "ce_type")).isEqualTo("aim.state.changed");
        assertThat(event.key()).doesNotContain(stateId);
    }

    @Test
    void whatIsDeliveredAgainKeepsItsOutcomeAndChangesNothing() {
        Records file = Records.file("64", 1)
                .adopting()
                .sd("640000001", "1", "Roe", "Ann", "F", "1996-01-01")
                .en("640000001", "700", "P", "2006-08-28", "");
        assertThat(outcomes(send(file))).containsEntry(2, Outcome.ACCEPTED).containsEntry(3, Outcome.ACCEPTED);
        publish(file);
        Records marker = Records.file("64", 2).adopting().sd("640000002", "2", "Zed", "Al", "M", "1990-01-01");
        send(marker);
        List<RecordOutcome> all = outcomesOf(file, 2);
        assertThat(all).extracting(RecordOutcome::outcome).containsOnly(Outcome.ACCEPTED);
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .get("/api/v1/students/640000001")
                .then()
                .body("version", equalTo(1))
                .body("enrollments", hasSize(1))
                .body("enrollments[0].version", equalTo(1));
    }

    @Test
    void theSameFactsInANewerFileAreUnchangedAndInAnOlderOneStale() {
        Records first = Records.file("65", 10)
                .adopting()
                .sd("650000001", "1", "Poe", "Eve", "F", "1996-01-01")
                .en("650000001", "700", "P", "2006-08-28", "");
        send(first);
        Records same = Records.file("65", 11)
                .sd("650000001", "1", "Poe", "Eve", "F", "1996-01-01")
                .en("650000001", "700", "P", "2006-08-28", "");
        assertThat(outcomes(send(same)).values()).containsOnly(Outcome.UNCHANGED);
        Records older = Records.file("65", 9)
                .sd("650000001", "1", "Pow", "Eve", "F", "1996-01-01")
                .en("650000001", "700", "P", "2006-08-28", "2007-01-10");
        assertThat(outcomes(send(older)).values()).containsOnly(Outcome.STALE);
        Records renamed = Records.file("65", 12).sd("650000001", "1", "Poet", "Eve", "F", "1996-01-01");
        RecordOutcome change = send(renamed).get(2);
        assertThat(change.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(change.findings()).extracting("ruleId").containsExactly("XS-008");
        given().auth()
                .preemptive()
                .basic("district-77", "district-77")
                .get("/api/v1/students/650000001")
                .then()
                .statusCode(401);
        registerDistricts();
        given().auth()
                .preemptive()
                .basic("district-65", "district-65")
                .get("/api/v1/students/650000001")
                .then()
                .statusCode(200)
                .body("names.lastName", equalTo(List.of("Poe", "Poet")));
        given().auth()
                .preemptive()
                .basic("district-63", "district-63")
                .get("/api/v1/students/650000001")
                .then()
                .statusCode(404);
    }

    @Test
    void aPrimaryEnrollmentCoversADayOnce() {
        send(Records.file("66", 1)
                .adopting()
                .sd("660000001", "1", "Moe", "Ida", "F", "1996-01-01")
                .en("660000001", "700", "P", "2006-08-28", ""));
        RecordOutcome own = send(Records.file("66", 2).en("660000001", "701", "P", "2007-01-08", ""))
                .get(2);
        assertThat(own.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(own.findings()).extracting("ruleId").containsExactly("XS-021");
        RecordOutcome other = send(Records.file("67", 3).en("660000001", "900", "P", "2007-01-08", ""))
                .get(2);
        assertThat(other.outcome()).isEqualTo(Outcome.HELD);
        assertThat(other.findings()).extracting("ruleId").containsExactly("XS-022");
        Records moved = Records.file("66", 4)
                .en("660000001", "701", "P", "2007-01-08", "")
                .en("660000001", "700", "P", "2006-08-28", "2007-01-05");
        assertThat(outcomes(send(moved)).values()).containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void aDryRunAnswersAndLeavesNothing() {
        Records dry = Records.file("63", 20)
                .adopting()
                .validating()
                .sd("630000099", "99", "Dry", "Run", "F", "1996-01-01")
                .en("630000099", "733", "P", "2006-08-28", "");
        assertThat(outcomes(send(dry)).values()).containsOnly(Outcome.ACCEPTED);
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .get("/api/v1/students/630000099")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aHeldLineIsShownToItsDistrictWithWhatItWaitsFor() {
        registerDistricts();
        send(Records.file("63", 24).adopting().sd("630000024", "2400", "Held", "Nia", "F", "1996-02-03"));
        Records near = Records.file("65", 24).sd("", "77", "Held", "Nia", "F", "1996-03-02");
        RecordOutcome outcome = send(near).get(2);
        assertThat(outcome.outcome()).isEqualTo(Outcome.HELD);
        assertThat(outcome.identity().outcome()).isEqualTo(IdentityOutcome.PENDING);
        given().auth()
                .preemptive()
                .basic("district-65", "district-65")
                .get("/api/v1/held-records?reason=XS-006")
                .then()
                .statusCode(200)
                .body("items.find { it.submissionId == '" + near.submissionId + "' }.line", equalTo(2))
                .body(
                        "items.find { it.submissionId == '" + near.submissionId + "' }.waitsFor",
                        equalTo("an identity decision of OPI"));
        given().auth()
                .preemptive()
                .basic("district-63", "district-63")
                .get("/api/v1/held-records?reason=XS-006")
                .then()
                .body("items.findAll { it.districtNumber == '65' }", hasSize(0));
    }

    @Test
    void anUnknownStateIdIsRejected() {
        RecordOutcome outcome = send(Records.file("63", 21).en("999999999", "733", "P", "2006-08-28", ""))
                .get(2);
        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("XS-001");
            assertThat(finding.value()).isEqualTo("999999999");
            assertThat(finding.hint()).isNotBlank();
        });
    }

    @Test
    void aPoisonMessageDoesNotStopTheOthers() {
        probe.send(Topic.RECORD_ACCEPTED.topicName(), "63", "{broken".getBytes(StandardCharsets.UTF_8));
        Records file = Records.file("63", 22).adopting().sd("630000022", "22", "Ok", "Ray", "M", "1995-01-01");
        assertThat(outcomes(send(file)).values()).containsOnly(Outcome.ACCEPTED);
        assertThat(probe.read(Topic.DEAD_LETTER.topicName(), message -> true, 1, PATIENCE))
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                        .contains("aim.record.accepted.v1")
                        .doesNotContain("{broken"));
    }

    @Test
    void theRegistryIsLoadedWhollyOrNotAtAll() {
        registerDistricts();
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .body(
                        """
                        districtNumber,schoolNumber,name,lowGrade,highGrade,openedOn,closedOn
                        63,733,Big Sky School,KG,08,1990-08-01,
                        63,0734,Bad Number,KG,08,,
                        9999,1,Nowhere,KG,8,,
                        """)
                .put("/api/v1/registry/schools")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.line", equalTo(List.of(3, 4, 4)))
                .body("errors.column", equalTo(List.of("schoolNumber", "districtNumber", "highGrade")));
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .get("/api/v1/registry/schools?districtNumber=63")
                .then()
                .body("total", equalTo(0));
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .body("districtNumber,name\n68,\"Two, Rivers\"\n")
                .put("/api/v1/registry/districts")
                .then()
                .statusCode(200);
        assertThat(probe.read(
                        Topic.REGISTRY_DISTRICT.topicName(),
                        message -> message.key().equals("68"),
                        1,
                        PATIENCE))
                .singleElement()
                .satisfies(message -> assertThat(new String(message.value(), StandardCharsets.UTF_8))
                        .contains("Two, Rivers"));
    }

    @Test
    void nobodyGetsInWithoutSigningInAndNonsenseIsA400() {
        given().get("/api/v1/students/1").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .get("/api/v1/students?birthDate=yesterday&size=x")
                .then()
                .statusCode(400);
        registerDistricts();
        given().auth()
                .preemptive()
                .basic("district-63", "district-63")
                .body("districtNumber,name\n69,X\n")
                .put("/api/v1/registry/districts")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    private void registerDistricts() {
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .body("districtNumber,name\n63,Big Sky\n65,Plains\n")
                .put("/api/v1/registry/districts")
                .then()
                .statusCode(200);
    }

    private static Map<Integer, Outcome> outcomes(Map<Integer, RecordOutcome> byLine) {
        return byLine.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .outcome()));
    }

    /** Sends a file and waits for the outcome of every line. */
    private Map<Integer, RecordOutcome> send(Records file) {
        publish(file);
        Map<Integer, RecordOutcome> byLine = new HashMap<>();
        outcomesOf(file, file.all().size()).forEach(outcome -> byLine.put(outcome.line(), outcome));
        assertThat(byLine).hasSize(file.all().size());
        return byLine;
    }

    private void publish(Records file) {
        List<RecordAccepted> records = file.all();
        probe.send(
                Topic.RECORD_ACCEPTED.topicName(),
                records.get(0).districtNumber(),
                records.stream().map(EventJson::write).toList());
    }

    private List<RecordOutcome> outcomesOf(Records file, int wanted) {
        return probe
                .read(
                        Topic.RECORD_OUTCOME.topicName(),
                        message -> message.key().equals(file.submissionId.toString()),
                        wanted,
                        PATIENCE)
                .stream()
                .map(message -> value(message, RecordOutcome.class))
                .toList();
    }

    private static <T> T value(ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return type.cast(EventJson.reader(type).readValue(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
