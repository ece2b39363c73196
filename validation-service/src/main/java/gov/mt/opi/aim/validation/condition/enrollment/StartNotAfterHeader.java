package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.START_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-096: a file speaks of what has begun. */
final class StartNotAfterHeader extends Condition {

    StartNotAfterHeader() {
        super("EN-096");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !context.isAfterHeader(record.date(START_DATE));
    }
}
