package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_DATE;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.START_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-115: both are days enrolled, so the same day is one day. */
final class EndNotBeforeStart extends Condition {

    EndNotBeforeStart() {
        super("EN-115", START_DATE);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(END_DATE) || !record.date(END_DATE).isBefore(record.date(START_DATE));
    }
}
