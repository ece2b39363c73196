package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import gov.mt.opi.aim.contracts.event.Mode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What lines say of their file. Neighbours are of one file: what was read for the last line is most often right for the next.
 * Safe for many threads.
 */
final class FileOfLines {

    private final Repeated<UUID> id = new Repeated<>();
    private final Repeated<LocalDateTime> time = new Repeated<>();
    private final Repeated<Mode> mode = new Repeated<>();

    UUID id(JsonParser json) throws IOException {
        return id.value(json, UUID::fromString);
    }

    LocalDateTime time(JsonParser json) throws IOException {
        return time.value(json, LocalDateTime::parse);
    }

    Mode mode(JsonParser json, DeserializationContext context) throws IOException {
        return mode.value(json, text -> context.readValue(json, Mode.class));
    }

    /** The last value, with the text that it was read from. */
    private static final class Repeated<T> {

        private interface Reading<T> {
            T read(String text) throws IOException;
        }

        private record Known<T>(String text, T value) {}

        private volatile Known<T> last = new Known<>(null, null);

        T value(JsonParser json, Reading<T> reading) throws IOException {
            Known<T> known = last;
            String text = json.getText();
            if (!text.equals(known.text)) {
                known = new Known<>(text, reading.read(text));
                last = known;
            }
            return known.value;
        }
    }
}
