package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.EnumMap;
import java.util.Map;

/** Makes the gist of a record. */
final class GistReader {

    private static final int NO_FIELD = -1;

    private static final Map<RecordType, Integer> STATE_ID = new EnumMap<>(RecordType.class);
    private static final Map<RecordType, Integer> LOCAL_ID = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            STATE_ID.put(type, index(type, "stateId"));
            LOCAL_ID.put(type, type == RecordType.AT ? NO_FIELD : index(type, "localId"));
        }
    }

    private static final int LAST_NAME = index(RecordType.SD, "lastName");
    private static final int FIRST_NAME = index(RecordType.SD, "firstName");
    private static final int MIDDLE_NAME = index(RecordType.SD, "middleName");
    private static final int SUFFIX = index(RecordType.SD, "suffix");
    private static final int GENDER = index(RecordType.SD, "gender");
    private static final int BIRTH_DATE = index(RecordType.SD, "birthDate");
    /** The same in EN, PP and AT. */
    private static final int SCHOOL = index(RecordType.EN, "schoolNumber");

    private static final int CALENDAR = index(RecordType.EN, "calendarNumber");
    private static final int EN_YEAR = index(RecordType.EN, "year");
    private static final int SERVICE_TYPE = index(RecordType.EN, "serviceType");
    private static final int START_DATE = index(RecordType.EN, "startDate");
    private static final int START_STATUS = index(RecordType.EN, "startStatus");
    private static final int END_DATE = index(RecordType.EN, "endDate");
    private static final int END_STATUS = index(RecordType.EN, "endStatus");
    private static final int PP_YEAR = index(RecordType.PP, "year");

    private GistReader() {}

    static Gist.Student student(int index, DataRecord record) {
        String last = record.text(LAST_NAME);
        String first = record.text(FIRST_NAME);
        long written =
                Likeness.ofTexts(last, first, record.text(MIDDLE_NAME), record.text(SUFFIX), record.text(GENDER));
        return new Gist.Student(
                index,
                record.line(),
                stateId(record),
                localId(record),
                (int) record.date(BIRTH_DATE).toEpochDay(),
                record.is(GENDER, "F"),
                written,
                Likeness.ofName(last, first));
    }

    static Gist.Enrollment enrollment(int index, DataRecord record) {
        return new Gist.Enrollment(
                index,
                record.line(),
                stateId(record),
                localId(record),
                record.number(SCHOOL),
                record.number(CALENDAR),
                record.number(EN_YEAR),
                (int) record.date(START_DATE).toEpochDay(),
                record.isBlank(END_DATE)
                        ? Gist.Enrollment.OPEN
                        : (int) record.date(END_DATE).toEpochDay(),
                record.number(START_STATUS),
                record.isBlank(END_STATUS) ? 0 : record.number(END_STATUS),
                record.is(SERVICE_TYPE, "P"));
    }

    static Gist.Participation participation(int index, DataRecord record) {
        return new Gist.Participation(
                index,
                record.line(),
                stateId(record),
                localId(record),
                record.number(SCHOOL),
                record.number(CALENDAR),
                record.number(PP_YEAR));
    }

    static Gist.Attendance attendance(int index, DataRecord record) {
        return new Gist.Attendance(
                index, record.line(), stateId(record), record.number(SCHOOL), record.number(CALENDAR));
    }

    /** Of a record with an ERROR, as far as its student can be read. */
    static Gist.Refused refused(int index, DataRecord record) {
        return new Gist.Refused(index, record.line(), record.type(), stateId(record), localId(record));
    }

    private static int stateId(DataRecord record) {
        int field = STATE_ID.get(record.type());
        return record.isClean(field) && record.has(field) ? record.number(field) : Gist.NO_STATE_ID;
    }

    private static String localId(DataRecord record) {
        int field = LOCAL_ID.get(record.type());
        return field != NO_FIELD && record.isClean(field) ? Likeness.localId(record.text(field)) : "";
    }

    private static int index(RecordType type, String property) {
        return type.layout().field(property).index();
    }
}
