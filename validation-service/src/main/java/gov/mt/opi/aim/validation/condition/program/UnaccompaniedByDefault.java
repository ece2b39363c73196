package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.UNACCOMPANIED_YOUTH;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-292: who is not homeless has the default. Asked after PP-291, which taints the field of a homeless child. */
final class UnaccompaniedByDefault extends Condition {

    UnaccompaniedByDefault() {
        super("PP-292", Effect.DEFAULT, HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(UNACCOMPANIED_YOUTH);
    }
}
