package gov.mt.opi.aim.intake.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchHandler;
import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.metrics.Step;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.intake.Intake;
import gov.mt.opi.aim.intake.outcome.Followed;
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

/** Reads what became of lines, a batch at a time. */
@ApplicationScoped
public class OutcomeConsumer implements BatchHandler {

    private final GroupConsumers consumers;
    private final Intake intake;
    private final Perseverance perseverance;
    private final BatchReader<RecordOutcome> reader;
    private static final Step FOLLOWING = Step.named("write down outcomes");

    private final MeterRegistry meters;
    private final DistributionSummary batchSize;
    private final Timer batchTime;

    @Inject
    OutcomeConsumer(
            GroupConsumers consumers,
            Intake intake,
            EventPublisher publisher,
            Perseverance perseverance,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.intake = intake;
        this.perseverance = perseverance;
        this.reader = new BatchReader<>("intake-service", RecordOutcome.class, publisher, OutcomeConsumer::isWhole);
        this.meters = meters;
        this.batchSize = DistributionSummary.builder("aim.outcomes.batch.size")
                .description("Outcomes read together")
                .register(meters);
        this.batchTime = Timer.builder("aim.outcomes.batch.time")
                .description("Time to write a batch of outcomes down")
                .register(meters);
    }

    void start(@Observes StartupEvent begin) {
        consumers.start("intake", List.of(Topic.RECORD_OUTCOME), this);
    }

    @Override
    public Supplier<Map<TopicPartition, OffsetAndMetadata>> read(ConsumerRecords<String, byte[]> batch) {
        List<RecordOutcome> outcomes = perseverance.until("reading outcomes", () -> reader.events(batch));
        batchSize.record(batch.count());
        Map<TopicPartition, OffsetAndMetadata> done = batch.nextOffsets();
        return () -> {
            batchTime.record(() -> write(outcomes));
            return done;
        };
    }

    private void write(List<RecordOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            count(FOLLOWING.time(() -> intake.follow(outcomes)));
        }
    }

    private static boolean isWhole(RecordOutcome outcome) {
        return outcome.submissionId() != null
                && outcome.outcome() != null
                && outcome.decidedBy() != null
                && outcome.line() >= 1;
    }

    private void count(Followed followed) {
        followed.outcomes().forEach((outcome, lines) -> meters.counter("aim.outcomes", "outcome", outcome.name())
                .increment(lines));
        followed.findings().forEach((rule, findings) -> meters.counter("aim.findings", "rule", rule)
                .increment(findings));
        meters.counter("aim.outcomes.ignored").increment(followed.ignored());
        meters.counter("aim.submissions", "status", "COMPLETED").increment(followed.completed());
    }
}
