package gov.mt.opi.aim.statestore.kafka;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the world is told of applied records: an outcome for every line, the new state of every changed thing. */
public final class Announcements implements Function<Applied, List<OutgoingEvent>>, Consumer<Applied> {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Map<IdentityOutcome, Counter> identities = new EnumMap<>(IdentityOutcome.class);
    private final MeterRegistry metrics;

    public Announcements(MeterRegistry metrics) {
        this.metrics = metrics;
        for (IdentityOutcome how : IdentityOutcome.values()) {
            identities.put(
                    how,
                    Counter.builder("aim.statestore.identities")
                            .description("SD lines by how their student was found")
                            .tag("outcome", how.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("aim.statestore.outcomes")
                            .description("lines by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
    }

    @Override
    public List<OutgoingEvent> apply(Applied applied) {
        // Writing JSON is the most of it, and every event is written for itself.
        return Stream.concat(
                        applied.changes().parallelStream().map(Announcements::changed),
                        applied.decisions().parallelStream().map(Announcements::outcome))
                .toList();
    }

    /** Counts what was applied for good. */
    @Override
    public void accept(Applied applied) {
        applied.decisions().forEach(this::count);
    }

    private void count(Decision decision) {
        outcomes.get(decision.outcome()).increment();
        decision.identity()
                .ifPresent(identity -> identities.get(identity.outcome()).increment());
        decision.findings().forEach(finding -> metrics.counter("aim.statestore.findings", "rule", finding.ruleId())
                .increment());
    }

    private static OutgoingEvent changed(StateChange change) {
        return new OutgoingEvent(
                change.topic(),
                change.key().toString(),
                change.key() + ":" + change.value().version(),
                "aim.state.changed",
                change.gone() ? null : EventJson.write(change.value()));
    }

    private static OutgoingEvent outcome(Decision decision) {
        RecordAccepted record = decision.record();
        RecordOutcome outcome = new RecordOutcome(
                1,
                record.submissionId(),
                record.districtNumber(),
                record.line(),
                record.recordType(),
                decision.outcome(),
                RecordOutcome.DecidedBy.STATE_STORE,
                decision.allFindings(),
                decision.info(),
                decision.identity().orElse(null));
        return new OutgoingEvent(
                Topic.RECORD_OUTCOME,
                record.submissionId().toString(),
                record.submissionId() + ":" + record.line(),
                "aim.record.outcome",
                EventJson.write(outcome));
    }
}
