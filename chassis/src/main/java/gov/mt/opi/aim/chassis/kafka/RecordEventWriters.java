package gov.mt.opi.aim.chassis.kafka;

import static gov.mt.opi.aim.chassis.kafka.JsonFields.name;
import static gov.mt.opi.aim.chassis.kafka.JsonFields.write;
import static gov.mt.opi.aim.chassis.kafka.JsonFields.writeUnlessEmpty;
import static gov.mt.opi.aim.chassis.kafka.JsonFields.writeUnlessNull;

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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes the events that there is one of for every line straight into the stream of tokens. A test holds that they look as
 * the classes say.
 */
final class RecordEventWriters {

    private RecordEventWriters() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(RecordSubmitted.class, new SubmittedWriter());
        module.addSerializer(RecordAccepted.class, new Accepted());
        module.addSerializer(RecordOutcome.class, new Decided());
        module.addSerializer(StateChanged.class, new Changed());
    }

    private static final class Accepted extends JsonSerializer<RecordAccepted> {
        private final Repeated<UUID> submission = new Repeated<>(UUID::toString);
        private final Repeated<LocalDateTime> headerTimestamp =
                new Repeated<>(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format);

        @Override
        public void serialize(RecordAccepted event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            write(json, "contractVersion", event.contractVersion());
            if (event.submissionId() != null) {
                submission.write(json, "submissionId", event.submissionId());
            }
            writeUnlessEmpty(json, "districtNumber", event.districtNumber());
            write(json, "sequence", event.sequence());
            write(json, "line", event.line());
            if (event.headerTimestamp() != null) {
                headerTimestamp.write(json, "headerTimestamp", event.headerTimestamp());
            }
            if (event.mode() != null) {
                json.writeFieldName(name("mode"));
                others.defaultSerializeValue(event.mode(), json);
            }
            write(json, "adoptStateIds", event.adoptStateIds());
            writeUnlessNull(json, "recordType", event.recordType());
            if (!event.fields().isEmpty()) {
                json.writeFieldName(name("fields"));
                json.writeStartObject();
                writeFields(event.fields(), json, others);
                json.writeEndObject();
            }
            writeFindings(event.findings(), json, others);
            writeInfo(event.info(), json);
            json.writeEndObject();
        }
    }

    private static final class Decided extends JsonSerializer<RecordOutcome> {
        private final Repeated<UUID> submission = new Repeated<>(UUID::toString);

        @Override
        public void serialize(RecordOutcome event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            write(json, "contractVersion", event.contractVersion());
            if (event.submissionId() != null) {
                submission.write(json, "submissionId", event.submissionId());
            }
            writeUnlessEmpty(json, "districtNumber", event.districtNumber());
            write(json, "line", event.line());
            writeUnlessNull(json, "recordType", event.recordType());
            writeUnlessNull(json, "outcome", event.outcome());
            writeUnlessNull(json, "decidedBy", event.decidedBy());
            writeFindings(event.findings(), json, others);
            writeInfo(event.info(), json);
            if (event.identity() != null) {
                json.writeFieldName(name("identity"));
                json.writeStartObject();
                write(json, "localId", event.identity().localId());
                write(json, "stateId", event.identity().stateId());
                write(
                        json,
                        "outcome",
                        event.identity().outcome() == null
                                ? null
                                : event.identity().outcome().name());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static final class Changed extends JsonSerializer<StateChanged> {
        private final Repeated<UUID> submission = new Repeated<>(UUID::toString);
        private final Repeated<Instant> changedAt = new Repeated<>(Instant::toString);

        @Override
        public void serialize(StateChanged event, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(event);
            write(json, "contractVersion", event.contractVersion());
            writeUnlessNull(json, "studentKey", event.studentKey());
            writeUnlessNull(json, "stateId", event.stateId());
            writeUnlessNull(json, "districtNumber", event.districtNumber());
            if (event.changedAt() != null) {
                changedAt.write(json, "changedAt", event.changedAt());
            }
            write(json, "version", event.version());
            if (event.source() != null) {
                json.writeFieldName(name("source"));
                json.writeStartObject();
                submission.write(json, "submissionId", event.source().submissionId());
                write(json, "line", event.source().line());
                json.writeEndObject();
            }
            writeFields(event.fields(), json, others);
            json.writeEndObject();
        }
    }

    private static void writeFields(Map<String, Object> fields, JsonGenerator json, SerializerProvider others)
            throws IOException {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeFieldName(name(field.getKey()));
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
            json.writeFieldName(name("findings"));
            others.defaultSerializeValue(findings, json);
        }
    }

    private static void writeInfo(Map<String, Integer> info, JsonGenerator json) throws IOException {
        if (!info.isEmpty()) {
            json.writeFieldName(name("info"));
            json.writeStartObject();
            for (Map.Entry<String, Integer> count : info.entrySet()) {
                json.writeFieldName(name(count.getKey()));
                json.writeNumber(count.getValue());
            }
            json.writeEndObject();
        }
    }

    /** What many records in a row have in common, such as the moment of a batch, with its text. */
    private static final class Repeated<T> {

        private record Written<T>(T value, String text) {}

        private final Function<T, String> text;
        private volatile Written<T> last = new Written<>(null, null);

        Repeated(Function<T, String> text) {
            this.text = text;
        }

        void write(JsonGenerator json, String name, T value) throws IOException {
            Written<T> written = last;
            if (!Objects.equals(value, written.value())) {
                written = new Written<>(value, value == null ? null : text.apply(value));
                last = written;
            }
            JsonFields.write(json, name, written.text());
        }
    }
}
