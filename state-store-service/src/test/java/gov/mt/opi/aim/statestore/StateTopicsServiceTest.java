package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.kafka.Announcements;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class StateTopicsServiceTest {

    private static final List<Topic> STATE_TOPICS = List.of(
            Topic.STATE_STUDENT,
            Topic.STATE_ENROLLMENT,
            Topic.STATE_PROGRAM_PARTICIPATION,
            Topic.STATE_TEST_WINDOW_ATTENDANCE);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    @Inject
    MeterRegistry metrics;

    @Inject
    Resync resync;

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
    void aNewConsumerThatReadsFromTheBeginningEndsWithExactlyTheView() throws SQLException {
        aHistoryOfDistrict("81");
        UUID wrong = keyOfTheEnrollmentIn("810000002", "702");
        takeOut(wrong);
        Map<String, Map<String, String>> view = ViewRows.read(database, "81000000");
        assertThat(view).as("things of the view").hasSize(9).doesNotContainKey(wrong.toString());

        assertThat(readFromTheBeginning("81000000")).isEqualTo(view);
    }

    @Test
    void aStateEventHasTheHeadersOfACloudEventAndNoPersonInThem() {
        aHistoryOfDistrict("82");
        for (Topic topic : STATE_TOPICS) {
            ConsumerRecord<String, byte[]> message = messages(topic, "82000000").get(0);
            StateChanged value = ServiceScene.value(message, StateChanged.class);
            assertThat(TopicProbe.header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(TopicProbe.header(message, "ce_type")).isEqualTo("aim.state.changed");
            assertThat(TopicProbe.header(message, "ce_source")).isEqualTo("/aim/state-store-service");
            assertThat(TopicProbe.header(message, "ce_id")).isEqualTo(message.key() + ":" + value.version());
            assertThat(TopicProbe.header(message, "ce_time")).isNotBlank();
            assertThat(TopicProbe.header(message, "content-type")).isEqualTo("application/json");
            assertThat(UUID.fromString(message.key())).isNotNull();
            message.headers()
                    .forEach(header -> assertThat(new String(header.value(), java.nio.charset.StandardCharsets.UTF_8))
                            .doesNotContain(value.stateId()));
        }
    }

    @Test
    void aStudentIsPublishedAgainWithTheSameVersionsAndIds() {
        aHistoryOfDistrict("83");
        Map<String, String> before = newestIds("83000000");
        int sentBefore = count("83000000");
        as("opi")
                .contentType("application/json")
                .body("{\"stateId\": \"830000001\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(202)
                .body("students", equalTo(1))
                .body("things", equalTo(4));
        assertThat(waitFor("83000000", sentBefore + 4)).isEqualTo(sentBefore + 4);
        assertThat(newestIds("83000000")).isEqualTo(before);
        as("opi")
                .get("/api/v1/audit?action=resync&stateId=830000001")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Test
    void aDistrictIsPublishedAgainWithItsTombstones() throws SQLException {
        aHistoryOfDistrict("84");
        UUID wrong = keyOfTheEnrollmentIn("840000002", "702");
        takeOut(wrong);
        int sentBefore = count("84000000");
        as("opi")
                .contentType("application/json")
                .body("{\"districtNumber\": \"84\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(202)
                .body("students", equalTo(3))
                .body("things", equalTo(10));
        assertThat(waitFor("84000000", sentBefore + 9)).isEqualTo(sentBefore + 9);
        assertThat(tombstones(wrong, 2)).isEqualTo(2);
        assertThat(readFromTheBeginning("84000000")).isEqualTo(ViewRows.read(database, "84000000"));
    }

    @Test
    void whatIsPublishedAgainNeverOvertakesAChange() throws Exception {
        aHistoryOfDistrict("85");
        Thread again = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                resync.student("850000001");
            }
        });
        again.start();
        for (int day = 10; day < 25; day++) {
            scene.send(Records.file("85", day)
                    .sd("850000001", "1", day % 2 == 0 ? "Archer" : "Archerd", "Ann", "F", "1996-01-01"));
        }
        again.join();
        Map<String, Map<String, String>> view = ViewRows.read(database, "850000001");
        assertThat(view.values()).extracting(row -> row.get("version")).contains("17");
        Map<String, Map<String, String>> told = Map.of();
        for (int i = 0; i < 50 && !told.equals(view); i++) {
            Thread.sleep(100);
            told = readFromTheBeginning("850000001");
        }
        assertThat(told).isEqualTo(view);
    }

    @Test
    void resyncIsForTheAdministratorAndForWhatThereIs() {
        ServiceScene.register("86");
        as("district-86")
                .contentType("application/json")
                .body("{\"districtNumber\": \"86\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(403);
        wanted("{\"stateId\": \"999999999\"}").statusCode(404);
        wanted("{\"districtNumber\": \"9998\"}").statusCode(404);
        wanted("{\"districtNumber\": \"86\"}").statusCode(202).body("things", equalTo(0));
        wanted("{\"districtNumber\": \"Big Sky\"}").statusCode(400);
        wanted("{}").statusCode(400);
        wanted("[").statusCode(400);
        wanted("{\"stateId\": \"1\", \"districtNumber\": \"86\"}").statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse wanted(String body) {
        return as("opi")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/resync")
                .then();
    }

    /**
     * Three students of a district (two with an enrollment, one of them with programs and attendance; one with two
     * enrollments), sent, changed, sent again, and an older file that comes late: ten things.
     */
    private void aHistoryOfDistrict(String district) {
        ServiceScene.register(district);
        String ann = district + "0000001";
        String bob = district + "0000002";
        String cy = district + "0000003";
        scene.send(Records.file(district, 1)
                .adopting()
                .sd(ann, "1", "Archer", "Ann", "F", "1996-01-01")
                .sd(bob, "2", "Baker", "Bob", "M", "1995-02-02")
                .sd(cy, "3", "Cooper", "Cy", "M", "1994-03-03")
                .en(ann, "733", "P", "2006-08-28", "")
                .en(bob, "700", "P", "2006-08-28", "2006-12-20")
                .en(bob, "702", "P", "2007-01-08", "")
                .en(cy, "733", "P", "2006-08-28", "")
                .pp(cy, "N"));
        Records corrected = Records.file(district, 3)
                .sd(ann, "1", "Archerson", "Ann", "F", "1996-01-01")
                .en(ann, "733", "P", "2006-08-28", "2007-03-30")
                .pp(ann, "R")
                .at(ann, "0.500");
        assertThat(scene.send(corrected).values())
                .extracting(RecordOutcome::outcome)
                .containsOnly(Outcome.ACCEPTED);
        scene.send(Records.file(district, 4).en(ann, "733", "P", "2006-08-28", "2007-03-30"));
        scene.send(Records.file(district, 2).sd(ann, "1", "Archer", "Ann", "F", "1996-01-01"));
    }

    private UUID keyOfTheEnrollmentIn(String stateId, String school) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT record_key FROM enrollment JOIN student USING (student_key)"
                                + " WHERE state_id = ? AND school_number = ?")) {
            select.setString(1, stateId);
            select.setString(2, school);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** Takes an enrollment out of the view as whoever voids one does: row, tombstone and note in one transaction. */
    private void takeOut(UUID key) {
        String stateId = messages(Topic.STATE_ENROLLMENT, "8").stream()
                .filter(message -> message.key().equals(key.toString()))
                .map(message -> ServiceScene.value(message, StateChanged.class).stateId())
                .findFirst()
                .orElseThrow();
        new JdbcTransactions(database, outbox, perseverance, new Announcements(metrics), Clock.systemUTC())
                .apply(view -> {
                    UUID student =
                            view.studentsByStateId(Set.of(stateId)).get(0).key();
                    delete(key);
                    StateChanged last = new StateChanged(
                            1,
                            student,
                            stateId,
                            stateId.substring(0, 2),
                            view.now().truncatedTo(ChronoUnit.MICROS),
                            2,
                            null,
                            Map.of());
                    return new Applied(List.of(), List.of(StateChange.gone(Topic.STATE_ENROLLMENT, key, last)));
                });
        assertThat(tombstones(key, 1)).isEqualTo(1);
    }

    private void delete(UUID enrollment) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM enrollment WHERE record_key = ?")) {
            delete.setObject(1, enrollment);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What somebody knows who has read all four topics from their beginning to their end. */
    private Map<String, Map<String, String>> readFromTheBeginning(String stateIds) {
        Map<String, Map<String, String>> known = new TreeMap<>();
        for (Topic topic : STATE_TOPICS) {
            Map<String, byte[]> newest = new HashMap<>();
            all(topic).forEach(message -> newest.put(message.key(), message.value()));
            newest.forEach((key, value) -> {
                if (value != null) {
                    Map<String, String> told = ViewRows.told(value);
                    if (told.get("stateid").startsWith(stateIds)) {
                        known.put(key, told);
                    }
                }
            });
        }
        return known;
    }

    private Map<String, String> newestIds(String stateIds) {
        return STATE_TOPICS.stream()
                .flatMap(topic -> messages(topic, stateIds).stream())
                .collect(Collectors.toMap(
                        ConsumerRecord::key, message -> TopicProbe.header(message, "ce_id"), (older, newer) -> newer));
    }

    private int count(String stateIds) {
        return STATE_TOPICS.stream()
                .mapToInt(topic -> messages(topic, stateIds).size())
                .sum();
    }

    private int waitFor(String stateIds, int wanted) {
        long deadline = System.nanoTime() + ServiceScene.PATIENCE.toNanos();
        int found = count(stateIds);
        while (found < wanted && System.nanoTime() < deadline) {
            found = count(stateIds);
        }
        return found;
    }

    private int tombstones(UUID key, int wanted) {
        return scene.probe
                .read(
                        Topic.STATE_ENROLLMENT.topicName(),
                        message -> message.key().equals(key.toString()) && message.value() == null,
                        wanted,
                        ServiceScene.PATIENCE)
                .size();
    }

    private List<ConsumerRecord<String, byte[]>> messages(Topic topic, String stateIds) {
        return all(topic).stream()
                .filter(message -> message.value() != null
                        && ServiceScene.value(message, StateChanged.class)
                                .stateId()
                                .startsWith(stateIds))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return scene.probe.read(topic.topicName(), message -> true, Integer.MAX_VALUE, Duration.ofMillis(500));
    }
}
