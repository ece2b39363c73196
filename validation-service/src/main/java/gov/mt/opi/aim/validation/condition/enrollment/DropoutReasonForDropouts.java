package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.DROPOUT_REASON;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-131: every dropout has a reason. */
final class DropoutReasonForDropouts extends Condition {

    DropoutReasonForDropouts() {
        super("EN-131", END_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(DROPOUT_REASON) || !CodeLists.DROPOUT_END_STATUS.contains(record.text(END_STATUS));
    }
}
