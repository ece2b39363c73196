package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Received;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.readmodel.Student;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads messages of the state topics. Each topic's values are read straight into what counts need of them; a value that
 * lacks what a count cannot do without is as unreadable as broken JSON.
 */
@ApplicationScoped
class StateReader {

    private final BatchReader<Student> students;
    private final BatchReader<Enrollment> enrollments;
    private final BatchReader<ProgramParticipation> programs;
    private final BatchReader<Attendance> attendance;
    private final MeterRegistry meters;

    @Inject
    StateReader(
            @ConfigProperty(name = "quarkus.application.name") String service,
            EventPublisher publisher,
            MeterRegistry meters) {
        this.students = new BatchReader<>(service, StateEvents::student, publisher);
        this.enrollments = new BatchReader<>(service, StateEvents::enrollment, publisher);
        this.programs = new BatchReader<>(service, StateEvents::programParticipation, publisher);
        this.attendance = new BatchReader<>(service, StateEvents::attendance, publisher);
        this.meters = meters;
    }

    StateChanges read(ConsumerRecords<String, byte[]> messages, Instant at) {
        StateChanges changes = StateChanges.at(at, positions(messages));
        read(messages, Topic.STATE_STUDENT, students, changes.students());
        read(messages, Topic.STATE_ENROLLMENT, enrollments, changes.enrollments());
        read(messages, Topic.STATE_PROGRAM_PARTICIPATION, programs, changes.programs());
        read(messages, Topic.STATE_TEST_WINDOW_ATTENDANCE, attendance, changes.attendance());
        return changes;
    }

    private <T extends Versioned> void read(
            ConsumerRecords<String, byte[]> messages, Topic topic, BatchReader<T> reader, Changes<T> changes) {
        ConsumerRecords<String, byte[]> ofTopic = of(messages, topic);
        meters.counter("aim.state.changes", "topic", topic.topicName()).increment(ofTopic.count());
        for (Received<T> received : reader.read(ofTopic)) {
            UUID key = UUID.fromString(received.key());
            if (received.event() == null) {
                changes.isGone(key);
            } else {
                changes.is(key, received.event());
            }
        }
    }

    private static ConsumerRecords<String, byte[]> of(ConsumerRecords<String, byte[]> messages, Topic topic) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> ofTopic = new HashMap<>();
        for (TopicPartition partition : messages.partitions()) {
            if (partition.topic().equals(topic.topicName())) {
                ofTopic.put(partition, messages.records(partition));
            }
        }
        return SoundKeys.of(new ConsumerRecords<>(ofTopic, Map.of()), UUID::fromString);
    }

    private static List<Position> positions(ConsumerRecords<String, byte[]> messages) {
        return messages.partitions().stream()
                .map(partition -> {
                    List<ConsumerRecord<String, byte[]>> records = messages.records(partition);
                    return new Position(
                            partition.topic(),
                            partition.partition(),
                            records.get(records.size() - 1).offset() + 1);
                })
                .toList();
    }
}
