package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.held.HeldLines;
import gov.mt.opi.aim.reporting.held.HeldLines.Held;
import gov.mt.opi.aim.reporting.held.HeldLines.Line;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Follows which lines wait, because a district does not certify while some do. */
@ApplicationScoped
class HeldConsumer {

    private final GroupConsumers consumers;
    private final HeldReader reader;
    private final HeldLines heldLines;
    private final Perseverance perseverance;

    @Inject
    HeldConsumer(GroupConsumers consumers, HeldReader reader, HeldLines heldLines, Perseverance perseverance) {
        this.consumers = consumers;
        this.reader = reader;
        this.heldLines = heldLines;
        this.perseverance = perseverance;
    }

    void start(@Observes StartupEvent begin) {
        consumers.start("reporting-held", List.of(Topic.RECORD_HELD), batch -> () -> consume(batch));
    }

    private Map<TopicPartition, OffsetAndMetadata> consume(ConsumerRecords<String, byte[]> messages) {
        Map<Line, Optional<Held>> lines = perseverance.until("reading held lines", () -> reader.read(messages));
        perseverance.until("following held lines", () -> {
            heldLines.apply(lines);
            return lines;
        });
        return messages.nextOffsets();
    }
}
