package gov.mt.opi.aim.reporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * What it costs to take the state topics in, from the bytes of the messages to the commit; what the Kafka client costs is not
 * in it. It prints and asserts no time, and runs only when it is asked for: {@code mvn -pl reporting-service -am test
 * -Dtest=FollowingBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class FollowingBenchmark {

    private static final int STUDENTS = 15_000;
    private static final int FILES = 6;
    private static final int BATCH = 5_000;

    @Inject
    StateReader reader;

    @Inject
    ReadModel readModel;

    private final Random random = new Random(20070313);
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long offset;

    @Test
    void filesAreFollowed() {
        List<Thing> last = List.of();
        for (int file = 1; file <= FILES; file++) {
            last = file(file);
            follow("file " + file + ", all new", last, 1);
        }
        follow("the same again", last, 1);
        follow("3 % changed", last.subList(0, last.size() * 3 / 100), 2);
        follow("all changed", last, 3);
        assertThat(readModel.positions()).isNotEmpty();
    }

    private record Thing(Topic topic, UUID key, UUID student, Map<String, Object> fields) {}

    private void follow(String what, List<Thing> things, long version) {
        List<ConsumerRecords<String, byte[]>> batches = batches(things, version);
        long cpu = process.getProcessCpuTime();
        long time = System.nanoTime();
        long reading = 0;
        for (ConsumerRecords<String, byte[]> batch : batches) {
            long started = System.nanoTime();
            var changes = reader.read(batch, Instant.now());
            reading += System.nanoTime() - started;
            readModel.apply(changes);
        }
        System.out.printf(
                "%s: %d events, %.1f us each, of which reading %.1f us; %.1f us of CPU in this process%n",
                what,
                things.size(),
                (System.nanoTime() - time) / 1e3 / things.size(),
                reading / 1e3 / things.size(),
                (process.getProcessCpuTime() - cpu) / 1e3 / things.size());
    }

    private List<ConsumerRecords<String, byte[]>> batches(List<Thing> things, long version) {
        List<ConsumerRecords<String, byte[]>> batches = new ArrayList<>();
        Instant at = Instant.now();
        UUID submission = UUID.randomUUID();
        for (int from = 0; from < things.size(); from += BATCH) {
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batch = new LinkedHashMap<>();
            for (Thing thing : things.subList(from, Math.min(things.size(), from + BATCH))) {
                byte[] value = EventJson.write(new StateChanged(
                        1,
                        thing.student,
                        "200000001",
                        "63",
                        at,
                        version,
                        new Source(submission, (int) offset),
                        thing.fields));
                TopicPartition partition = new TopicPartition(thing.topic.topicName(), thing.key.hashCode() & 7);
                batch.computeIfAbsent(partition, none -> new ArrayList<>())
                        .add(new ConsumerRecord<>(
                                partition.topic(), partition.partition(), offset++, thing.key.toString(), value));
            }
            batches.add(new ConsumerRecords<>(batch, Map.of()));
        }
        return batches;
    }

    private List<Thing> file(int file) {
        List<Thing> things = new ArrayList<>();
        List<UUID> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            students.add(UUID.randomUUID());
        }
        kind(things, Topic.STATE_STUDENT, RecordType.SD, students, file);
        kind(things, Topic.STATE_ENROLLMENT, RecordType.EN, students, file);
        kind(things, Topic.STATE_PROGRAM_PARTICIPATION, RecordType.PP, students, file);
        kind(things, Topic.STATE_TEST_WINDOW_ATTENDANCE, RecordType.AT, students, file);
        return things;
    }

    private void kind(List<Thing> things, Topic topic, RecordType type, List<UUID> students, int file) {
        for (UUID student : students) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Field field : type.layout().dataFields()) {
                String property = field.property();
                switch (property) {
                    case "districtNumber", "stateId", "endDate", "endStatus", "dropoutReason", "suffix" -> {}
                    case "birthDate" ->
                        fields.put(
                                property,
                                "19" + (89 + random.nextInt(10)) + "-0" + (1 + random.nextInt(9)) + "-1"
                                        + random.nextInt(9));
                    case "startDate" -> fields.put(property, "2006-08-28");
                    case "testWindowCountAbsent" -> fields.put(property, new BigDecimal("0.333"));
                    case "lastName", "firstName", "middleName" -> fields.put(property, name());
                    case "localId" -> fields.put(property, String.valueOf(random.nextInt(1_000_000)));
                    case "schoolNumber" -> fields.put(property, String.valueOf(700 + random.nextInt(5)));
                    case "calendarNumber" -> fields.put(property, "10" + file);
                    case "grade" -> fields.put(property, "0" + (1 + random.nextInt(9)));
                    default -> fields.put(property, type == RecordType.SD ? "" : "N");
                }
            }
            if (type != RecordType.SD) {
                fields.put("year", 2007);
            }
            things.add(new Thing(topic, topic == Topic.STATE_STUDENT ? student : UUID.randomUUID(), student, fields));
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }
}
