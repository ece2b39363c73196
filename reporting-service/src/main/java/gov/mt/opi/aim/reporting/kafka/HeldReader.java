package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Received;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.reporting.held.HeldLines.Held;
import gov.mt.opi.aim.reporting.held.HeldLines.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads which lines wait. The key of a message is its line. */
@ApplicationScoped
class HeldReader {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F-]{36}):([0-9]{1,9})");

    private final BatchReader<RecordHeld> reader;

    @Inject
    HeldReader(@ConfigProperty(name = "quarkus.application.name") String service, EventPublisher publisher) {
        this.reader = new BatchReader<>(service, RecordHeld.class, publisher, HeldReader::isWhole);
    }

    /** By line what was said of it last: why it waits, or nothing when it waits no longer. */
    Map<Line, Optional<Held>> read(ConsumerRecords<String, byte[]> messages) {
        Map<Line, Optional<Held>> lines = new LinkedHashMap<>();
        for (Received<RecordHeld> received : reader.read(SoundKeys.of(messages, HeldReader::line))) {
            lines.put(
                    line(received.key()), Optional.ofNullable(received.event()).map(HeldReader::held));
        }
        return lines;
    }

    private static boolean isWhole(RecordHeld event) {
        return isText(event.districtNumber()) && event.recordType() != null && isText(event.ruleId());
    }

    /** A rule may be one of a newer catalogue than this one: its line waits all the same. */
    private static boolean isText(String value) {
        return value != null && value.chars().noneMatch(Character::isISOControl);
    }

    private static Held held(RecordHeld event) {
        return new Held(event.districtNumber(), event.recordType().name(), event.ruleId());
    }

    /**
     * The line that a key names.
     *
     * @throws IllegalArgumentException when it names none
     */
    private static Line line(String key) {
        Matcher line = LINE.matcher(key);
        if (!line.matches()) {
            throw new IllegalArgumentException("no line");
        }
        return new Line(UuidText.read(line.group(1)), Integer.parseInt(line.group(2)));
    }
}
