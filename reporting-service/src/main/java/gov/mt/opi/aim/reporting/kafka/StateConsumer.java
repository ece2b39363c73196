package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the statewide view in, a batch at a time. While the database is away it waits, and readiness says so. */
@ApplicationScoped
class StateConsumer {

    private final Reporting reporting;
    private final StateReader reader;
    private final Perseverance perseverance;
    private final Clock clock;
    private final DistributionSummary batchSizes;
    private final Timer batchTimes;

    @Inject
    StateConsumer(
            Reporting reporting, StateReader reader, Perseverance perseverance, Clock clock, MeterRegistry meters) {
        this.reporting = reporting;
        this.reader = reader;
        this.perseverance = perseverance;
        this.clock = clock;
        this.batchSizes = meters.summary("aim.state.batch.size");
        this.batchTimes = meters.timer("aim.state.batch.time");
    }

    @Incoming("state")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        batchSizes.record(messages.count());
        batchTimes.record(() -> {
            StateChanges changes =
                    perseverance.until("reading the statewide view", () -> reader.read(messages, clock.instant()));
            perseverance.until("applying the statewide view", () -> {
                reporting.apply(changes);
                return changes;
            });
        });
    }
}
