package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fields of an object on their way into JSON. */
final class JsonFields {

    private static final Map<String, SerializableString> NAMES = new ConcurrentHashMap<>();

    private JsonFields() {}

    /** A name as the bytes that stand in the JSON: there are few names, each written for every record. */
    static SerializableString name(String name) {
        SerializableString known = NAMES.get(name);
        return known == null ? NAMES.computeIfAbsent(name, SerializedString::new) : known;
    }

    static void write(JsonGenerator json, String name, long value) throws IOException {
        json.writeFieldName(name(name));
        json.writeNumber(value);
    }

    static void write(JsonGenerator json, String name, boolean value) throws IOException {
        json.writeFieldName(name(name));
        json.writeBoolean(value);
    }

    static void write(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name(name));
        json.writeString(value);
    }

    static void writeUnlessNull(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            write(json, name, value.toString());
        }
    }

    static void writeUnlessEmpty(JsonGenerator json, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            write(json, name, value);
        }
    }
}
