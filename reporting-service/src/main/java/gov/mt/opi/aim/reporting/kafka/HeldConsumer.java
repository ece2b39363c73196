package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.held.HeldLines;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Follows which lines wait, because a district does not certify while some do. */
@ApplicationScoped
class HeldConsumer {

    /** Nothing waits for it, so it is read in large pieces. */
    private static final Map<String, Object> LARGE_BATCHES =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 262_144, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);

    private final GroupConsumers consumers;
    private final HeldLines heldLines;
    private final Perseverance perseverance;

    @Inject
    HeldConsumer(GroupConsumers consumers, HeldLines heldLines, Perseverance perseverance) {
        this.consumers = consumers;
        this.heldLines = heldLines;
        this.perseverance = perseverance;
    }

    void start(@Observes StartupEvent begin) {
        consumers.start(
                "reporting-held", List.of(Topic.RECORD_OUTCOME, Topic.SUBMISSION), LARGE_BATCHES, this::consume);
    }

    private Map<TopicPartition, OffsetAndMetadata> consume(ConsumerRecords<String, byte[]> messages) {
        HeldReader read = HeldReader.of(messages);
        perseverance.until("following held lines", () -> {
            heldLines.apply(read.lines, read.rehearsals);
            return read;
        });
        return messages.nextOffsets();
    }
}
