package gov.mt.opi.aim.statestore.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchHandler;
import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.StateStore;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes accepted records from their topic in batches. */
@ApplicationScoped
public class AcceptedConsumer implements BatchHandler {

    private final GroupConsumers consumers;
    private final StateStore stateStore;
    private final Perseverance perseverance;
    private final BatchReader<RecordAccepted> reader;
    private final DistributionSummary batchSize;
    private final Timer batchTime;

    @Inject
    AcceptedConsumer(
            GroupConsumers consumers,
            StateStore stateStore,
            EventPublisher publisher,
            Perseverance perseverance,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.stateStore = stateStore;
        this.perseverance = perseverance;
        this.reader = new BatchReader<>("state-store-service", RecordAccepted.class, publisher, WholeRecord::isWhole);
        this.batchSize = DistributionSummary.builder("aim.statestore.batch.records")
                .description("records of a batch")
                .register(metrics);
        this.batchTime = Timer.builder("aim.statestore.batch")
                .description("time to apply a batch")
                .register(metrics);
    }

    void start(@Observes StartupEvent begin) {
        consumers.start("state-store", List.of(Topic.RECORD_ACCEPTED), this);
    }

    @Override
    public Supplier<Map<TopicPartition, OffsetAndMetadata>> read(ConsumerRecords<String, byte[]> messages) {
        List<RecordAccepted> records = perseverance.until("reading accepted records", () -> reader.events(messages));
        batchSize.record(records.size());
        // The messages themselves are not kept while the records wait for their turn.
        Map<TopicPartition, OffsetAndMetadata> done = messages.nextOffsets();
        return () -> {
            batchTime.record(() -> stateStore.apply(records));
            return done;
        };
    }
}
