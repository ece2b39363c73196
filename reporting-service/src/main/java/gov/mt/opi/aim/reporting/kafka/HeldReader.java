package gov.mt.opi.aim.reporting.kafka;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.held.HeldLines.Held;
import gov.mt.opi.aim.reporting.held.HeldLines.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/**
 * Reads which lines wait. An outcome is read only when it may say so: of all others its id in the header is enough, and
 * they are nearly all there are. What cannot be read is left to intake, whose business outcomes are.
 */
final class HeldReader {

    private static final byte[] HELD = "\"HELD\"".getBytes(StandardCharsets.UTF_8);
    private static final ObjectReader OUTCOME = EventJson.reader(RecordOutcome.class);
    private static final ObjectReader SUBMISSION = EventJson.reader(SubmissionChanged.class);

    final Map<Line, Optional<Held>> lines = new HashMap<>();
    final Set<UUID> rehearsals = new HashSet<>();

    static HeldReader of(ConsumerRecords<String, byte[]> messages) {
        HeldReader reader = new HeldReader();
        messages.forEach(reader::read);
        return reader;
    }

    private void read(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.topic().equals(Topic.SUBMISSION.topicName())) {
                readSubmission(message.value());
            } else {
                readOutcome(message);
            }
        } catch (IOException | RuntimeException unreadable) {
            // It says nothing that reporting could go by, and intake tells of it.
            return;
        }
    }

    private void readSubmission(byte[] value) throws IOException {
        SubmissionChanged submission = SUBMISSION.readValue(value);
        if (submission.mode() == Mode.VALIDATE) {
            rehearsals.add(submission.submissionId());
        }
    }

    private void readOutcome(ConsumerRecord<String, byte[]> message) throws IOException {
        Optional<Line> accordingToHeader = lineOf(message);
        if (accordingToHeader.isEmpty() || contains(message.value(), HELD)) {
            RecordOutcome outcome = OUTCOME.readValue(message.value());
            lines.put(new Line(outcome.submissionId(), outcome.line()), held(outcome));
        } else {
            lines.put(accordingToHeader.get(), Optional.empty());
        }
    }

    private static Optional<Held> held(RecordOutcome outcome) {
        if (outcome.outcome() != Outcome.HELD) {
            return Optional.empty();
        }
        String rule = outcome.findings().stream()
                .map(Finding::ruleId)
                .filter(id -> RuleCatalogue.find(id)
                        .filter(known -> known.severity() == Severity.HELD)
                        .isPresent())
                .findFirst()
                .orElse("");
        String type = outcome.recordType() == null ? "" : outcome.recordType().name();
        return Optional.of(new Held(outcome.districtNumber(), type, rule));
    }

    /** The event id of a line is its submission and its number. */
    private static Optional<Line> lineOf(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_id");
        if (header == null) {
            return Optional.empty();
        }
        String id = new String(header.value(), StandardCharsets.US_ASCII);
        int colon = id.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(
                        new Line(UUID.fromString(id.substring(0, colon)), Integer.parseInt(id.substring(colon + 1))));
    }

    private static boolean contains(byte[] value, byte[] wanted) {
        int last = value.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            int n = 0;
            while (n < wanted.length && value[i + n] == wanted[n]) {
                n++;
            }
            if (n == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
