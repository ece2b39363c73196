package gov.mt.opi.aim.statestore.kafka;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.layout.Required;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells a record that validation let pass from anything else that is JSON: one that lacks something would stop its whole batch. */
final class WholeRecord {

    private static final Map<RecordType, List<String>> NEEDED = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            NEEDED.put(
                    type,
                    type.layout().dataFields().stream()
                            .filter(field -> field.required() == Required.YES
                                    || field.defaultValue().isPresent())
                            .map(Field::property)
                            .toList());
        }
    }

    private WholeRecord() {}

    static boolean isWhole(RecordAccepted record) {
        return record.submissionId() != null
                && record.districtNumber() != null
                && record.headerTimestamp() != null
                && record.mode() != null
                && record.recordType() != null
                && record.line() >= 1
                && record.fields().keySet().containsAll(NEEDED.get(record.recordType()));
    }
}
