package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordFields;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a clean record as they travel on: numbers and codes as text, calendar numbers without leading zeros, the
 * year as a number, dates ISO 8601, portions with three decimals; blank fields are absent, fillers never there.
 */
final class AcceptedFields {

    private static final int PORTION_SCALE = 3;
    private static final Map<RecordType, List<Field>> DATA_FIELDS = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            DATA_FIELDS.put(type, type.layout().dataFields());
        }
    }

    private AcceptedFields() {}

    /** Values by property, in the order of the layout. */
    static Map<String, Object> of(DataRecord record) {
        List<Field> fields = DATA_FIELDS.get(record.type());
        RecordFields values = new RecordFields(record.type());
        for (Field field : fields) {
            if (record.has(field.index())) {
                values.set(field.index(), typed(record, field));
            }
        }
        return values;
    }

    private static Object typed(DataRecord record, Field field) {
        int index = field.index();
        return switch (field.format()) {
            case CALENDAR_NUMBER -> String.valueOf(record.number(index));
            case YEAR -> record.number(index);
            case DATE -> record.date(index).toString();
            case PORTION -> new BigDecimal(record.text(index)).setScale(PORTION_SCALE, RoundingMode.UNNECESSARY);
            default -> record.text(index);
        };
    }
}
