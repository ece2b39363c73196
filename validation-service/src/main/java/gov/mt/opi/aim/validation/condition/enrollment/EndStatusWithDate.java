package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_DATE;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-125: both or neither (AMB-47). */
final class EndStatusWithDate extends Condition {

    EndStatusWithDate() {
        super("EN-125", END_DATE);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(END_STATUS) || record.has(END_DATE);
    }
}
