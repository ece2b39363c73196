package gov.mt.opi.aim.chassis.kafka;

import static gov.mt.opi.aim.chassis.kafka.JsonFields.name;
import static gov.mt.opi.aim.chassis.kafka.JsonFields.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;

/** What lines of a file have in common stands before and behind what is the line's own, and is made once a file. */
final class SubmittedWriter extends JsonSerializer<RecordSubmitted> {
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
