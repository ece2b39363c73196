package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.MCKINNEY_VENTO;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-272: who is not homeless has the default. Asked after PP-271, which taints the field of a homeless child. */
final class McKinneyVentoByDefault extends Condition {

    McKinneyVentoByDefault() {
        super("PP-272", Effect.DEFAULT, HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(MCKINNEY_VENTO);
    }
}
