package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.BIRTH_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** SD-105: nobody is reported before birth. */
final class BornNotAfterHeader extends Condition {

    BornNotAfterHeader() {
        super("SD-105");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(BIRTH_DATE) || !context.isAfterHeader(record.date(BIRTH_DATE));
    }
}
