package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Writes the events that there is one of for every line straight into the stream of tokens. A test holds that they look as
 * the classes say.
 */
final class RecordEventWriters {

    private static final Map<String, SerializableString> NAMES = new ConcurrentHashMap<>();

    private RecordEventWriters() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(RecordSubmitted.class, new Submitted());
        module.addSerializer(RecordAccepted.class, new Accepted());
        module.addSerializer(RecordOutcome.class, new Decided());
        module.addSerializer(StateChanged.class, new Changed());
    }

    /** What lines of a file have in common stands before and behind what is the line's own, and is made once a file. */
    private static final class Submitted extends JsonSerializer<RecordSubmitted> {
        private volatile Common last;

        private record Common(RecordSubmitted file, SerializableString before, SerializableString behind) {

            boolean isOf(RecordSubmitted line) {
                return line.sequence() == file.sequence()
                        && line.lines() == file.lines()
                        && line.mode() == file.mode()
                        && line.adoptStateIds() == file.adoptStateIds()
                        && line.contractVersion() == file.contractVersion()
                        && Objects.equals(line.submissionId(), file.submissionId())
                        && Objects.equals(line.districtNumber(), file.districtNumber())
                        && Objects.equals(line.headerTimestamp(), file.headerTimestamp());
            }
        }

        @Override
        public void serialize(RecordSubmitted event, JsonGenerator json, SerializerProvider others) throws IOException {
            Common common = last;
            if (common == null || !common.isOf(event)) {
                common = common(event, json, others);
                last = common;
            }
            json.writeStartObject(event);
            json.writeRaw(common.before());
            write(json, "line", event.line());
            write(json, "ordinal", event.ordinal());
            json.writeRaw(common.behind());
            write(json, "record", event.record());
            json.writeEndObject();
        }

        private static Common common(RecordSubmitted event, JsonGenerator json, SerializerProvider others)
                throws IOException {
            StringWriter before = new StringWriter();
            try (JsonGenerator part = json.getCodec().getFactory().createGenerator(before)) {
                part.writeStartObject();
                write(part, "contractVersion", event.contractVersion());
                write(part, "submissionId", text(event.submissionId()));
                write(part, "districtNumber", event.districtNumber());
                write(part, "sequence", event.sequence());
                part.writeEndObject();
            }
            StringWriter behind = new StringWriter();
            try (JsonGenerator part = json.getCodec().getFactory().createGenerator(behind)) {
                part.writeStartObject();
                write(part, "lines", event.lines());
                write(part, "headerTimestamp", text(event.headerTimestamp()));
                part.writeFieldName(name("mode"));
                others.defaultSerializeValue(event.mode(), part);
                write(part, "adoptStateIds", event.adoptStateIds());
                part.writeEndObject();
            }
            return new Common(
                    event, new SerializedString(inside(before) + ","), new SerializedString("," + inside(behind)));
        }

        private static String text(UUID id) {
            return id == null ? null : id.toString();
        }

        private static String text(LocalDateTime time) {
            return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }

        private static String inside(StringWriter object) {
            return object.getBuffer().substring(1, object.getBuffer().length() - 1);
        }
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

    /** A name as the bytes that stand in the JSON: there are few names, each written for every record. */
    private static SerializableString name(String name) {
        SerializableString known = NAMES.get(name);
        return known == null ? NAMES.computeIfAbsent(name, SerializedString::new) : known;
    }

    private static void write(JsonGenerator json, String name, long value) throws IOException {
        json.writeFieldName(name(name));
        json.writeNumber(value);
    }

    private static void write(JsonGenerator json, String name, boolean value) throws IOException {
        json.writeFieldName(name(name));
        json.writeBoolean(value);
    }

    private static void write(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name(name));
        json.writeString(value);
    }

    private static void writeUnlessNull(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            write(json, name, value.toString());
        }
    }

    private static void writeUnlessEmpty(JsonGenerator json, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            write(json, name, value);
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
            RecordEventWriters.write(json, name, written.text());
        }
    }
}
