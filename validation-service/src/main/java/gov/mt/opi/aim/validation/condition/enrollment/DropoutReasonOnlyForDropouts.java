package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.DROPOUT_REASON;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-135: counts follow the End Status, so the reason is dropped (AMB-48). */
final class DropoutReasonOnlyForDropouts extends Condition {

    DropoutReasonOnlyForDropouts() {
        super("EN-135", Effect.DROP, END_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(DROPOUT_REASON) || CodeLists.DROPOUT_END_STATUS.contains(record.text(END_STATUS));
    }
}
