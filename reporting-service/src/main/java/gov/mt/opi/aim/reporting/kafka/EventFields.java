package gov.mt.opi.aim.reporting.kafka;

import static gov.mt.opi.aim.chassis.kafka.PropertyNames.BEGIN;
import static gov.mt.opi.aim.chassis.kafka.PropertyNames.END;
import static gov.mt.opi.aim.chassis.kafka.PropertyNames.OTHER;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gov.mt.opi.aim.chassis.kafka.PropertyNames;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The properties of one flat JSON object that somebody asks for, by name. The rest is passed over as it stands in the
 * stream: an object of a class, or a tree, costs several times as much for every event there is.
 */
final class EventFields {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String[] CODES = new String[128];

    static {
        for (char code = 0; code < CODES.length; code++) {
            CODES[code] = String.valueOf(code);
        }
    }

    private final Names names;
    private final String[] texts;

    /** Names that are asked for, each with its own number. Keep it; making one is not free. */
    static final class Names {
        private final PropertyNames properties;
        /** Neighbouring events changed at the same time. */
        private volatile Moment lastMoment = new Moment("", Instant.EPOCH);

        private record Moment(String text, Instant value) {}

        Names(Set<String> names) {
            this.properties = new PropertyNames(List.copyOf(names));
        }

        private Instant moment(String text) {
            Moment last = lastMoment;
            if (!last.text.equals(text)) {
                last = new Moment(text, Instant.parse(text));
                lastMoment = last;
            }
            return last.value;
        }
    }

    private EventFields(Names names) {
        this.names = names;
        this.texts = new String[names.properties.size()];
    }

    /**
     * Reads an object; of a property that is there twice the later one.
     *
     * @throws IOException when it is none, or something that is asked for is itself an object or an array
     */
    static EventFields read(byte[] value, Names names) throws IOException {
        EventFields fields = new EventFields(names);
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            PropertyNames properties = names.properties;
            for (int at = properties.next(json, BEGIN); at != END; at = properties.next(json, at)) {
                JsonToken token = json.nextToken();
                if (at == OTHER) {
                    json.skipChildren();
                } else {
                    fields.texts[at] = text(json, token);
                }
            }
            if (json.nextToken() != null) {
                throw new IOException("something follows the object");
            }
        }
        return fields;
    }

    private static String text(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isScalarValue()) {
            throw new IOException("no plain value");
        }
        if (token == JsonToken.VALUE_STRING && json.getTextLength() == 1) {
            // Most values are codes of one character, and there are few of them.
            char code = json.getTextCharacters()[json.getTextOffset()];
            if (code < CODES.length) {
                return CODES[code];
            }
        }
        return json.getText();
    }

    /** The text of a string, a number or a truth value; null for null and for what is not there. */
    String text(String property) {
        return texts[names.properties.number(property)];
    }

    /** A whole number; null for null and for what is not there. */
    Long number(String property) {
        String text = text(property);
        return text == null ? null : Long.valueOf(text);
    }

    /** A whole number of the size of a year; null for null and for what is not there. */
    Integer year(String property) {
        String text = text(property);
        return text == null ? null : Integer.valueOf(text);
    }

    /** A number with or without decimals, null for a blank. */
    BigDecimal decimal(String property) {
        String text = text(property);
        return isBlank(text) ? null : new BigDecimal(text);
    }

    /** A UUID, null for a blank. */
    UUID uuid(String property) {
        String text = text(property);
        return isBlank(text) ? null : UuidText.read(text);
    }

    /** A date, null for a blank. */
    LocalDate date(String property) {
        String text = text(property);
        return isBlank(text) ? null : LocalDate.parse(text);
    }

    /** A moment in UTC, null for a blank. */
    Instant instant(String property) {
        String text = text(property);
        return isBlank(text) ? null : names.moment(text);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isEmpty();
    }
}
