package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** Indexes of the fields that say where and when a student is taught. The first three are the same in EN, PP and AT. */
final class PlaceFields {

    static final int DISTRICT = 1;
    static final int SCHOOL = 2;
    static final int CALENDAR = 3;
    static final int START_DATE = index(RecordType.EN, "startDate");
    static final int END_DATE = index(RecordType.EN, "endDate");
    static final int GRADE = index(RecordType.EN, "grade");

    /** A year that cannot be known, because its field has an error. */
    static final int NO_YEAR = -1;
    /** Where a record has no field for it. */
    static final int NO_FIELD = -1;

    private static final int YEAR_OF_EN = index(RecordType.EN, "year");
    private static final int YEAR_OF_PP = index(RecordType.PP, "year");

    private PlaceFields() {}

    /** Index of the year, {@link #NO_FIELD} in AT. */
    static int yearField(RecordType type) {
        return switch (type) {
            case EN -> YEAR_OF_EN;
            case PP -> YEAR_OF_PP;
            case SD, AT -> NO_FIELD;
        };
    }

    /** The school year of a record; AT has none and is about the year of the header (AMB-43). */
    static int year(DataRecord record, FileFacts file) {
        int field = yearField(record.type());
        if (field == NO_FIELD) {
            return file.schoolYear();
        }
        return record.isClean(field) ? record.number(field) : NO_YEAR;
    }

    private static int index(RecordType type, String property) {
        return type.layout().field(property).index();
    }
}
