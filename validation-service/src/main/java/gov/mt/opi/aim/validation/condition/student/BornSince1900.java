package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.BIRTH_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** SD-106: an earlier year is a slip of the pen. */
final class BornSince1900 extends Condition {

    private static final int FIRST_YEAR = 1900;

    BornSince1900() {
        super("SD-106");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(BIRTH_DATE) || record.date(BIRTH_DATE).getYear() >= FIRST_YEAR;
    }
}
