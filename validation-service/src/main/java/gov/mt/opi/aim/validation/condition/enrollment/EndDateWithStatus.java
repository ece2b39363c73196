package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_DATE;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-116: both or neither (AMB-47). */
final class EndDateWithStatus extends Condition {

    EndDateWithStatus() {
        super("EN-116", END_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(END_DATE) || record.has(END_STATUS);
    }
}
