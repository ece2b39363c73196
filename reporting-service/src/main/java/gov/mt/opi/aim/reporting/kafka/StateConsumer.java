package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.metrics.Step;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes the statewide view in, a batch at a time. While the database is away it waits, and readiness says so. */
@ApplicationScoped
class StateConsumer {

    static final String GROUP = "reporting";

    /** Counts may follow a little later, so while the state loads they wait for large batches. */
    private static final Map<String, Object> LARGE_BATCHES =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 262_144, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 200);

    private static final Step APPLYING = Step.named("apply to read model");

    private final GroupConsumers consumers;
    private final Reporting reporting;
    private final StateReader reader;
    private final Perseverance perseverance;
    private final Clock clock;
    private final DistributionSummary batchSizes;
    private final Timer batchTimes;

    @Inject
    StateConsumer(
            GroupConsumers consumers,
            Reporting reporting,
            StateReader reader,
            Perseverance perseverance,
            Clock clock,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.reporting = reporting;
        this.reader = reader;
        this.perseverance = perseverance;
        this.clock = clock;
        this.batchSizes = meters.summary("aim.state.batch.size");
        this.batchTimes = meters.timer("aim.state.batch.time");
    }

    /** All four topics in one stream: one transaction a batch, whatever the mix. */
    void start(@Observes StartupEvent begin) {
        consumers.start(GROUP, StateTopicHistory.TOPICS, LARGE_BATCHES, batch -> () -> consume(batch));
    }

    private Map<TopicPartition, OffsetAndMetadata> consume(ConsumerRecords<String, byte[]> messages) {
        batchSizes.record(messages.count());
        batchTimes.record(() -> {
            StateChanges changes =
                    perseverance.until("reading the statewide view", () -> reader.read(messages, clock.instant()));
            perseverance.until(
                    "applying the statewide view",
                    () -> APPLYING.time(() -> {
                        reporting.apply(changes);
                        return changes;
                    }));
        });
        return messages.nextOffsets();
    }
}
