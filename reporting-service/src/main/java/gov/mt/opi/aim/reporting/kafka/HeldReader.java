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
import java.util.Arrays;
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
    private static final int ID_LENGTH = 36;
    private static final int LINE_DIGITS = 9;
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
        if (accordingToHeader.isEmpty() || saysHeld(message.value())) {
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

    /** The event id of a line is its submission and its number; empty for any other, whose event is read then. */
    private static Optional<Line> lineOf(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_id");
        if (header == null) {
            return Optional.empty();
        }
        byte[] id = header.value();
        if (id.length <= ID_LENGTH || id.length > ID_LENGTH + 1 + LINE_DIGITS || id[ID_LENGTH] != ':') {
            return Optional.empty();
        }
        int line = 0;
        for (int i = ID_LENGTH + 1; i < id.length; i++) {
            if (id[i] < '0' || id[i] > '9') {
                return Optional.empty();
            }
            line = line * 10 + id[i] - '0';
        }
        try {
            String submission = new String(id, 0, ID_LENGTH, StandardCharsets.ISO_8859_1);
            return Optional.of(new Line(UuidText.read(submission), line));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    /** Looks at every sixth byte only, and closer where it may be a part of what is wanted. */
    private static boolean saysHeld(byte[] value) {
        int last = HELD.length - 1;
        int end = last;
        while (end < value.length) {
            switch (value[end]) {
                case '"' -> {
                    if (Arrays.equals(value, end - last, end + 1, HELD, 0, HELD.length)) {
                        return true;
                    }
                    end += last;
                }
                case 'H' -> end += 4;
                case 'E' -> end += 3;
                case 'L' -> end += 2;
                case 'D' -> end += 1;
                default -> end += HELD.length;
            }
        }
        return false;
    }
}
