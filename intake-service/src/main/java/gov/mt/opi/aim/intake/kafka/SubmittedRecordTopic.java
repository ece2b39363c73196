package gov.mt.opi.aim.intake.kafka;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.intake.publishing.SubmittedRecords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The topic of submitted lines. A line's event has the same id whenever it is sent: {@code <submission id>:<line>}. */
@ApplicationScoped
class SubmittedRecordTopic implements SubmittedRecords {

    private final EventPublisher publisher;
    private final Perseverance perseverance;
    private final Counter published;
    private final Timer time;

    @Inject
    SubmittedRecordTopic(EventPublisher publisher, Perseverance perseverance, MeterRegistry meters) {
        this.publisher = publisher;
        this.perseverance = perseverance;
        this.published = Counter.builder("aim.lines.published")
                .description("Lines sent on their way")
                .register(meters);
        this.time = Timer.builder("aim.publishing.chunk.time")
                .description("Time until the broker has a chunk of lines")
                .register(meters);
    }

    @Override
    public void publish(List<RecordSubmitted> lines) {
        time.record(() -> perseverance.until("publishing lines", () -> {
            EventPublisher.Batch batch = publisher.batch();
            lines.forEach(line -> batch.send(event(line)));
            batch.await();
            return true;
        }));
        published.increment(lines.size());
    }

    private static OutgoingEvent event(RecordSubmitted line) {
        return new OutgoingEvent(
                Topic.RECORD_SUBMITTED,
                line.districtNumber(),
                line.submissionId() + ":" + line.line(),
                "aim.record.submitted",
                EventJson.write(line));
    }
}
