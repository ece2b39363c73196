package gov.mt.opi.aim.validation.kafka;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.validation.judging.Verdicts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends verdicts in chunks: accepted records by district, so that they stay in order, outcomes by submission. A chunk that
 * the broker did not take is sent again with the same ids. For one thread.
 */
public final class VerdictPublisher implements Verdicts {

    /** Events that wait for the broker together: enough to be fast, few enough to be held twice. */
    private static final int CHUNK = 5000;

    private final EventPublisher publisher;
    private final Perseverance perseverance;
    private final MeterRegistry metrics;
    private final Counter accepted;
    private final Counter rejected;
    private final Map<String, Counter> findings = new HashMap<>();
    private final List<OutgoingEvent> chunk = new ArrayList<>(CHUNK);

    public VerdictPublisher(EventPublisher publisher, Perseverance perseverance, MeterRegistry metrics) {
        this.publisher = publisher;
        this.perseverance = perseverance;
        this.metrics = metrics;
        this.accepted = metrics.counter("aim.outcomes", "outcome", "passed");
        this.rejected = metrics.counter("aim.outcomes", "outcome", "rejected");
    }

    @Override
    public void rejected(RecordOutcome outcome) {
        rejected.increment();
        count(outcome.findings());
        send(new OutgoingEvent(
                Topic.RECORD_OUTCOME,
                outcome.submissionId().toString(),
                id(outcome.submissionId(), outcome.line()),
                "aim.record.outcome",
                EventJson.write(outcome)));
    }

    @Override
    public void accepted(RecordAccepted record) {
        accepted.increment();
        count(record.findings());
        send(new OutgoingEvent(
                Topic.RECORD_ACCEPTED,
                record.districtNumber(),
                id(record.submissionId(), record.line()),
                "aim.record.accepted",
                EventJson.write(record)));
    }

    @Override
    public void complete() {
        if (!chunk.isEmpty()) {
            perseverance.until("sending verdicts", () -> {
                publisher.publish(chunk);
                return chunk.size();
            });
            chunk.clear();
        }
    }

    private void send(OutgoingEvent event) {
        chunk.add(event);
        if (chunk.size() >= CHUNK) {
            complete();
        }
    }

    private void count(List<Finding> found) {
        for (Finding finding : found) {
            findings.computeIfAbsent(finding.ruleId(), rule -> metrics.counter("aim.findings", "rule", rule))
                    .increment();
        }
    }

    private static String id(UUID submissionId, int line) {
        return submissionId + ":" + line;
    }
}
