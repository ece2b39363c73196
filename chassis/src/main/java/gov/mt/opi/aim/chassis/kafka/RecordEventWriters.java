package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes the events that there is one of for every line straight into the stream of tokens. A test holds that they look as
 * the classes say.
 */
final class RecordEventWriters {

    private RecordEventWriters() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(RecordSubmitted.class, new Submitted());
        module.addSerializer(RecordAccepted.class, new Accepted());
        module.addSerializer(RecordOutcome.class, new Decided());
        module.addSerializer(StateChanged.class, new Changed());
    }

    private static final class Submitted extends JsonSerializer<RecordSubmitted> {
        @Override
        public void serialize(RecordSubmitted event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            json.writeNumberField("contractVersion", event.contractVersion());
            write(json, "submissionId", event.submissionId());
            json.writeStringField("districtNumber", event.districtNumber());
            json.writeNumberField("sequence", event.sequence());
            json.writeNumberField("line", event.line());
            json.writeNumberField("ordinal", event.ordinal());
            json.writeNumberField("lines", event.lines());
            others.defaultSerializeField("headerTimestamp", event.headerTimestamp(), json);
            others.defaultSerializeField("mode", event.mode(), json);
            json.writeBooleanField("adoptStateIds", event.adoptStateIds());
            json.writeStringField("record", event.record());
            json.writeEndObject();
        }
    }

    private static final class Accepted extends JsonSerializer<RecordAccepted> {
        @Override
        public void serialize(RecordAccepted event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            json.writeNumberField("contractVersion", event.contractVersion());
            writeUnlessNull(json, "submissionId", event.submissionId());
            writeUnlessEmpty(json, "districtNumber", event.districtNumber());
            json.writeNumberField("sequence", event.sequence());
            json.writeNumberField("line", event.line());
            if (event.headerTimestamp() != null) {
                others.defaultSerializeField("headerTimestamp", event.headerTimestamp(), json);
            }
            if (event.mode() != null) {
                others.defaultSerializeField("mode", event.mode(), json);
            }
            json.writeBooleanField("adoptStateIds", event.adoptStateIds());
            writeUnlessNull(json, "recordType", event.recordType());
            if (!event.fields().isEmpty()) {
                json.writeObjectFieldStart("fields");
                writeFields(event.fields(), json, others);
                json.writeEndObject();
            }
            writeFindings(event.findings(), json, others);
            writeInfo(event.info(), json);
            json.writeEndObject();
        }
    }

    private static final class Decided extends JsonSerializer<RecordOutcome> {
        @Override
        public void serialize(RecordOutcome event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            json.writeNumberField("contractVersion", event.contractVersion());
            writeUnlessNull(json, "submissionId", event.submissionId());
            writeUnlessEmpty(json, "districtNumber", event.districtNumber());
            json.writeNumberField("line", event.line());
            writeUnlessNull(json, "recordType", event.recordType());
            writeUnlessNull(json, "outcome", event.outcome());
            writeUnlessNull(json, "decidedBy", event.decidedBy());
            writeFindings(event.findings(), json, others);
            writeInfo(event.info(), json);
            if (event.identity() != null) {
                others.defaultSerializeField("identity", event.identity(), json);
            }
            json.writeEndObject();
        }
    }

    private static final class Changed extends JsonSerializer<StateChanged> {
        @Override
        public void serialize(StateChanged event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            json.writeNumberField("contractVersion", event.contractVersion());
            writeUnlessNull(json, "studentKey", event.studentKey());
            writeUnlessNull(json, "stateId", event.stateId());
            writeUnlessNull(json, "districtNumber", event.districtNumber());
            writeUnlessNull(json, "changedAt", event.changedAt());
            json.writeNumberField("version", event.version());
            if (event.source() != null) {
                json.writeObjectFieldStart("source");
                write(json, "submissionId", event.source().submissionId());
                json.writeNumberField("line", event.source().line());
                json.writeEndObject();
            }
            writeFields(event.fields(), json, others);
            json.writeEndObject();
        }
    }

    private static void writeFields(Map<String, Object> fields, JsonGenerator json, SerializerProvider others)
            throws IOException {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            Object value = field.getValue();
            if (value instanceof String text) {
                json.writeString(text);
            } else if (value instanceof Integer number) {
                json.writeNumber(number);
            } else if (value instanceof BigDecimal decimal) {
                json.writeNumber(decimal);
            } else {
                others.defaultSerializeValue(value, json);
            }
        }
    }

    private static void writeFindings(List<Finding> findings, JsonGenerator json, SerializerProvider others)
            throws IOException {
        if (!findings.isEmpty()) {
            others.defaultSerializeField("findings", findings, json);
        }
    }

    private static void writeInfo(Map<String, Integer> info, JsonGenerator json) throws IOException {
        if (!info.isEmpty()) {
            json.writeObjectFieldStart("info");
            for (Map.Entry<String, Integer> count : info.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    private static void writeUnlessNull(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void writeUnlessEmpty(JsonGenerator json, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
