package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as its kind reads it.
 *
 * @param record the line
 * @param fields its fields, with those that the kind adds
 * @param naturalKey which thing it is about
 * @param enrollment the stay at a school that it tells; empty for other kinds
 * @param contentHash hash of the fields
 */
record Incoming(
        RecordAccepted record,
        Map<String, Object> fields,
        List<String> naturalKey,
        Optional<Enrollment> enrollment,
        UUID contentHash) {

    static Incoming read(RecordKind kind, RecordAccepted record) {
        Map<String, Object> fields = kind.fields(record);
        return new Incoming(
                record,
                fields,
                kind.naturalKey(fields),
                kind == RecordKind.ENROLLMENT ? Optional.of(Enrollment.of(record)) : Optional.empty(),
                contentHash(kind, fields));
    }

    /** Of the values in the order of the layout; blanks at the end do not count, so that a layout may grow. */
    private static UUID contentHash(RecordKind kind, Map<String, Object> fields) {
        StringBuilder content = new StringBuilder(128);
        int end = 0;
        for (String property : kind.properties()) {
            Object value = fields.get(property);
            if (value != null) {
                content.append(value);
                end = content.length();
            }
            content.append('\t');
        }
        content.setLength(end);
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
