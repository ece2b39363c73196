package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/** The gist of the records of a file that have no ERROR so far, by type. */
public final class CleanRecords {

    private static final String UNDER_COMPULSORY_AGE = "240";

    private static final int SD_STATE_ID = index(RecordType.SD, "stateId");
    private static final int SD_LOCAL_ID = index(RecordType.SD, "localId");
    private static final int SD_BIRTH_DATE = index(RecordType.SD, "birthDate");
    /** The same in EN, PP and AT. */
    private static final int SCHOOL = index(RecordType.EN, "schoolNumber");

    private static final int CALENDAR = index(RecordType.EN, "calendarNumber");
    private static final int EN_YEAR = index(RecordType.EN, "year");
    private static final int EN_STATE_ID = index(RecordType.EN, "stateId");
    private static final int EN_LOCAL_ID = index(RecordType.EN, "localId");
    private static final int EN_SERVICE_TYPE = index(RecordType.EN, "serviceType");
    private static final int EN_START_DATE = index(RecordType.EN, "startDate");
    private static final int EN_END_DATE = index(RecordType.EN, "endDate");
    private static final int EN_END_STATUS = index(RecordType.EN, "endStatus");
    private static final int PP_STATE_ID = index(RecordType.PP, "stateId");
    private static final int PP_YEAR = index(RecordType.PP, "year");
    private static final int AT_STATE_ID = index(RecordType.AT, "stateId");

    private final List<Gist.Student> students = new ArrayList<>();
    private final List<Gist.Enrollment> enrollments = new ArrayList<>();
    private final List<Gist.Participation> participations = new ArrayList<>();
    private final List<Gist.Attendance> attendances = new ArrayList<>();

    /** Adds a record without ERROR. */
    public void add(int index, DataRecord record) {
        int line = record.line();
        switch (record.type()) {
            case SD ->
                students.add(new Gist.Student(
                        index,
                        line,
                        record.isBlank(SD_STATE_ID) ? Gist.NO_STATE_ID : record.number(SD_STATE_ID),
                        record.text(SD_LOCAL_ID),
                        (int) record.date(SD_BIRTH_DATE).toEpochDay()));
            case EN -> enrollments.add(enrollment(index, record));
            case PP ->
                participations.add(new Gist.Participation(
                        index,
                        line,
                        record.number(PP_STATE_ID),
                        record.number(SCHOOL),
                        record.number(CALENDAR),
                        record.number(PP_YEAR)));
            case AT ->
                attendances.add(new Gist.Attendance(
                        index, line, record.number(AT_STATE_ID), record.number(SCHOOL), record.number(CALENDAR)));
        }
    }

    private static Gist.Enrollment enrollment(int index, DataRecord record) {
        boolean underAge = record.is(EN_END_STATUS, UNDER_COMPULSORY_AGE);
        return new Gist.Enrollment(
                index,
                record.line(),
                record.number(EN_STATE_ID),
                underAge ? record.text(EN_LOCAL_ID) : "",
                record.number(SCHOOL),
                record.number(CALENDAR),
                record.number(EN_YEAR),
                (int) record.date(EN_START_DATE).toEpochDay(),
                record.isBlank(EN_END_DATE)
                        ? Gist.Enrollment.OPEN
                        : (int) record.date(EN_END_DATE).toEpochDay(),
                record.is(EN_SERVICE_TYPE, "P"),
                underAge);
    }

    /** Does something with every record, in the order in which a file is applied, whatever the order of its lines. */
    public void inOrder(IntConsumer withIndex) {
        // A student's lines follow each other, so that what is written together stands together.
        enrollments.sort(Comparator.comparingInt(Gist.Enrollment::stateId)
                .thenComparingInt(Gist.Enrollment::startDay)
                .thenComparingInt(Gist::line));
        participations.sort(Comparator.comparingInt(Gist.Participation::stateId).thenComparingInt(Gist::line));
        attendances.sort(Comparator.comparingInt(Gist.Attendance::stateId).thenComparingInt(Gist::line));
        for (List<? extends Gist> ofType : List.of(students, enrollments, participations, attendances)) {
            ofType.forEach(gist -> withIndex.accept(gist.index()));
        }
    }

    List<Gist.Student> students() {
        return students;
    }

    List<Gist.Enrollment> enrollments() {
        return enrollments;
    }

    List<Gist.Participation> participations() {
        return participations;
    }

    List<Gist.Attendance> attendances() {
        return attendances;
    }

    void remove(BitSet rejected) {
        if (!rejected.isEmpty()) {
            List.of(students, enrollments, participations, attendances)
                    .forEach(ofType -> ofType.removeIf(gist -> rejected.get(gist.index())));
        }
    }

    private static int index(RecordType type, String property) {
        return type.layout().field(property).index();
    }
}
