package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of records that hang on a student, with what makes two of them the same thing. */
public enum RecordKind {
    ENROLLMENT(
            RecordType.EN,
            Topic.STATE_ENROLLMENT,
            List.of("districtNumber", "schoolNumber", "calendarNumber", "year", "startDate")),
    PROGRAM_PARTICIPATION(
            RecordType.PP,
            Topic.STATE_PROGRAM_PARTICIPATION,
            List.of("districtNumber", "schoolNumber", "calendarNumber", "year")),
    /** An AT record names no year: it is the school year of its file's header date. */
    TEST_WINDOW_ATTENDANCE(
            RecordType.AT,
            Topic.STATE_TEST_WINDOW_ATTENDANCE,
            List.of("districtNumber", "schoolNumber", "calendarNumber", "year"));

    public static final String YEAR = "year";
    public static final String SPED_STATUS = "spedStatus";

    private final RecordType recordType;
    private final Topic topic;
    private final List<String> naturalKey;
    private final List<String> properties;
    private final List<Format> formats;

    RecordKind(RecordType recordType, Topic topic, List<String> naturalKey) {
        this.recordType = recordType;
        this.topic = topic;
        this.naturalKey = naturalKey;
        this.properties = new ArrayList<>();
        this.formats = new ArrayList<>();
        // The student says these; in a record they are only a cross-check.
        Set<String> ofTheStudent = Set.of("stateId", "lastName", "firstName");
        for (Field field : recordType.layout().dataFields()) {
            if (!ofTheStudent.contains(field.property())) {
                properties.add(field.property());
                formats.add(field.format());
            }
        }
        if (!properties.contains(YEAR)) {
            properties.add(YEAR);
            formats.add(Format.YEAR);
        }
    }

    public RecordType recordType() {
        return recordType;
    }

    public Topic topic() {
        return topic;
    }

    /** Properties that, with the student, say which thing a record is about. */
    public List<String> naturalKey() {
        return naturalKey;
    }

    /** The kind that a type of record tells. SD records tell students, not records of them. */
    public static RecordKind of(RecordType recordType) {
        for (RecordKind kind : values()) {
            if (kind.recordType == recordType) {
                return kind;
            }
        }
        throw new IllegalArgumentException(recordType + " records hang on no student");
    }

    /** Which thing of its student a record is about. */
    public List<String> naturalKey(RecordAccepted record) {
        return naturalKey(fields(record));
    }

    List<String> naturalKey(Map<String, Object> fields) {
        return naturalKey.stream()
                .map(property -> fields.get(property).toString())
                .toList();
    }

    /** A record's own fields; AT records name no year, so theirs is that of the file. */
    Map<String, Object> fields(RecordAccepted record) {
        if (record.fields().containsKey(YEAR)) {
            return record.fields();
        }
        Map<String, Object> fields = new HashMap<>(record.fields());
        fields.put(YEAR, Line.schoolYear(record.headerTimestamp()));
        return fields;
    }

    /** Properties that are kept of a record, in the order of the layout. */
    public List<String> properties() {
        return properties;
    }

    /** Formats of the properties, in the same order. */
    public List<Format> formats() {
        return formats;
    }
}
