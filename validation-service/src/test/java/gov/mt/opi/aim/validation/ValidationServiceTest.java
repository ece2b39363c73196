package gov.mt.opi.aim.validation;

import static gov.mt.opi.aim.backing.TopicProbe.header;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.validation.gathering.Barrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker: files in on one topic, verdicts out on two. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ValidationServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH_FOR_NOTHING = Duration.ofSeconds(2);
    private static final String SUBMITTED = Topic.RECORD_SUBMITTED.topicName();

    private static final String SD = "SD\t63\t\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t05\t\t\t";
    private static final String EN = "EN\t63\t733\t101\t2007\t123456789\t10045\tP\t08/28/2006\t02\t\t\t\t06";
    private static final String BAD = "EN\t63\t733\t101\t2007\t123456789\t10045\tP\t08/28/2006\t77\t\t\t\t06";
    private static final String AT = "AT\t63\t733\t101\t123456789\tDoe\tJane\t0.333\tF";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Barrier barrier;

    private TopicProbe probe;

    @BeforeEach
    void registry() {
        probe = new TopicProbe(bootstrapServers);
        School school = new School("63", "733", "School", "PK", "12", null, null);
        Calendar calendar =
                new Calendar("63", "733", "101", 2007, LocalDate.of(2006, 8, 28), LocalDate.of(2007, 6, 8), null);
        probe.send(Topic.REGISTRY_DISTRICT.topicName(), "63", EventJson.write(new District("63", "District")));
        probe.send(Topic.REGISTRY_SCHOOL.topicName(), school.key(), EventJson.write(school));
        probe.send(Topic.REGISTRY_CALENDAR.topicName(), calendar.key(), EventJson.write(calendar));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void judgesAFileAndSendsEveryLineOnItsWay() throws IOException {
        List<RecordSubmitted> file = file(AT, BAD, SD, EN);
        String id = file.get(0).submissionId().toString();

        send(file);

        List<ConsumerRecord<String, byte[]>> accepted = read(Topic.RECORD_ACCEPTED, id, 3);
        assertThat(accepted)
                .extracting(message -> header(message, "ce_id"))
                .containsExactly(id + ":4", id + ":5", id + ":2");
        assertThat(accepted).allSatisfy(message -> {
            assertThat(message.key()).isEqualTo("63");
            assertThat(header(message, "ce_type")).isEqualTo("aim.record.accepted");
            assertThat(header(message, "ce_source")).isEqualTo("/aim/validation-service");
            assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(message, "content-type")).isEqualTo("application/json");
        });
        RecordAccepted student =
                EventJson.reader(RecordAccepted.class).readValue(accepted.get(0).value());
        assertThat(student.line()).isEqualTo(4);
        assertThat(student.sequence()).isEqualTo(file.get(0).sequence());
        assertThat(student.text("lastName")).isEqualTo("Doe");
        assertThat(student.text("birthDate")).isEqualTo("1995-05-14");

        List<ConsumerRecord<String, byte[]>> rejected = read(Topic.RECORD_OUTCOME, id, 1);
        assertThat(rejected).singleElement().satisfies(message -> {
            assertThat(message.key()).isEqualTo(id);
            assertThat(header(message, "ce_id")).isEqualTo(id + ":3");
            assertThat(header(message, "ce_type")).isEqualTo("aim.record.outcome");
            RecordOutcome outcome = EventJson.reader(RecordOutcome.class).readValue(message.value());
            assertThat(outcome.info())
                    .as("of the whole file, on its first event")
                    .containsEntry("SD-031", 1);
            assertThat(outcome.findings()).singleElement().satisfies(finding -> assertThat(finding.ruleId())
                    .isEqualTo("EN-104"));
        });
    }

    @Test
    void aFileThatIsReadTwiceGivesTheSameEvents() {
        List<RecordSubmitted> twice = file(SD, BAD);
        String id = twice.get(0).submissionId().toString();
        send(twice);
        String once = new String(read(Topic.RECORD_ACCEPTED, id, 1).get(0).value(), StandardCharsets.UTF_8);

        send(twice);
        send(twice.subList(1, 2));
        waitFor(file(SD));

        List<ConsumerRecord<String, byte[]>> accepted = readAll(Topic.RECORD_ACCEPTED, id);
        assertThat(accepted).extracting(message -> header(message, "ce_id")).containsOnly(id + ":2");
        assertThat(accepted)
                .extracting(message -> new String(message.value(), StandardCharsets.UTF_8))
                .containsOnly(once);
        assertThat(readAll(Topic.RECORD_OUTCOME, id))
                .extracting(message -> header(message, "ce_id"))
                .containsOnly(id + ":3");
    }

    @Test
    void halfAFileIsNotJudgedAndNotCommitted() throws Exception {
        List<RecordSubmitted> file = file(SD, EN, AT);
        String id = file.get(0).submissionId().toString();
        long before = endOfPartition();
        send(file.subList(0, 2));
        List<RecordSubmitted> other = file(SD);
        waitFor(other);

        assertThat(readAll(Topic.RECORD_ACCEPTED, id)).isEmpty();
        assertThat(readAll(Topic.RECORD_OUTCOME, id)).isEmpty();

        send(file.subList(2, 3));

        assertThat(read(Topic.RECORD_ACCEPTED, id, 3)).hasSize(3);
        long end = endOfPartition();
        assertThat(before).isLessThan(end);
        for (int attempt = 0; attempt < 100 && committed() < end; attempt++) {
            Thread.sleep(100);
        }
        assertThat(committed()).as("all judged, so all committed").isEqualTo(end);
        assertThat(barrier.unfinishedFiles()).isZero();
    }

    @Test
    void aMessageThatIsNoLineGoesToTheDeadLettersAndTheOthersGoOn() throws IOException {
        List<RecordSubmitted> file = file(SD, EN);
        String id = file.get(0).submissionId().toString();
        send(file.subList(0, 1));
        probe.send(SUBMITTED, "63", "{\"record\": \"SD".getBytes(StandardCharsets.UTF_8));
        probe.send(SUBMITTED, "63", "{}".getBytes(StandardCharsets.UTF_8));
        probe.send(SUBMITTED, null, EventJson.write(file.get(1)));
        probe.send(SUBMITTED, "63", (byte[]) null);
        send(file.subList(1, 2));

        assertThat(read(Topic.RECORD_ACCEPTED, id, 2)).hasSize(2);
        List<ConsumerRecord<String, byte[]>> letters =
                probe.read(Topic.DEAD_LETTER.topicName(), message -> true, 4, PATIENCE);
        assertThat(letters).hasSize(4);
        for (ConsumerRecord<String, byte[]> message : letters) {
            DeadLetter letter = EventJson.reader(DeadLetter.class).readValue(message.value());
            assertThat(letter.service()).isEqualTo("validation");
            assertThat(letter.sourceTopic()).isEqualTo(SUBMITTED);
            assertThat(new String(message.value(), StandardCharsets.UTF_8)).doesNotContain("Doe");
        }
    }

    @Test
    void knowsASchoolThatWasRegisteredRightBeforeTheFile() {
        School fresh = new School("63", "1", "New School", "PK", "12", null, null);
        Calendar calendar =
                new Calendar("63", "1", "101", 2007, LocalDate.of(2006, 8, 28), LocalDate.of(2007, 6, 8), null);
        List<RecordSubmitted> file = file(EN.replace("733", "1"));
        probe.send(Topic.REGISTRY_SCHOOL.topicName(), fresh.key(), EventJson.write(fresh));
        probe.send(Topic.REGISTRY_CALENDAR.topicName(), calendar.key(), EventJson.write(calendar));

        send(file);

        assertThat(read(Topic.RECORD_ACCEPTED, file.get(0).submissionId().toString(), 1))
                .hasSize(1);
    }

    @Test
    void judgesALargeFileWhole() {
        String[] lines = new String[12_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = SD.replace("10045", "A" + (100_000 + i));
        }
        List<RecordSubmitted> file = file(lines);
        String id = file.get(0).submissionId().toString();

        send(file);

        List<ConsumerRecord<String, byte[]>> accepted = read(Topic.RECORD_ACCEPTED, id, lines.length);
        assertThat(accepted).hasSize(lines.length);
        assertThat(header(accepted.get(lines.length - 1), "ce_id")).isEqualTo(id + ":" + (lines.length + 1));
    }

    private static List<RecordSubmitted> file(String... texts) {
        Map<Integer, String> lines = new TreeMap<>();
        for (String text : texts) {
            lines.put(lines.size() + 2, text);
        }
        return JudgedFile.submitted("63", LocalDate.of(2007, 3, 15), new TreeMap<>(lines));
    }

    private void send(List<RecordSubmitted> lines) {
        probe.send(SUBMITTED, "63", lines.stream().map(EventJson::write).toList());
    }

    /** Sends a file behind all others and waits until it is judged: then all before it were dealt with. */
    private void waitFor(List<RecordSubmitted> last) {
        send(last);
        UUID id = last.get(0).submissionId();
        assertThat(read(Topic.RECORD_ACCEPTED, id.toString(), last.size())).hasSize(last.size());
    }

    private List<ConsumerRecord<String, byte[]>> read(Topic topic, String submissionId, int wanted) {
        return probe.read(
                topic.topicName(), message -> header(message, "ce_id").startsWith(submissionId), wanted, PATIENCE);
    }

    private List<ConsumerRecord<String, byte[]>> readAll(Topic topic, String submissionId) {
        return probe.read(
                topic.topicName(),
                message -> header(message, "ce_id").startsWith(submissionId),
                Integer.MAX_VALUE,
                LONG_ENOUGH_FOR_NOTHING);
    }

    private long committed() throws Exception {
        try (Admin admin = admin()) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("validation")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partitionOfTheDistrict());
            return offset == null ? 0 : offset.offset();
        }
    }

    private long endOfPartition() throws Exception {
        try (Admin admin = admin()) {
            TopicPartition partition = partitionOfTheDistrict();
            return admin.listOffsets(Map.of(partition, org.apache.kafka.clients.admin.OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private TopicPartition partitionOfTheDistrict() {
        List<ConsumerRecord<String, byte[]>> one = new ArrayList<>(
                probe.read(SUBMITTED, message -> "63".equals(message.key()), 1, LONG_ENOUGH_FOR_NOTHING));
        if (one.isEmpty()) {
            waitFor(file(SD));
            one.addAll(probe.read(SUBMITTED, message -> "63".equals(message.key()), 1, PATIENCE));
        }
        return new TopicPartition(SUBMITTED, one.get(0).partition());
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
