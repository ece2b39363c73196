package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.MCKINNEY_VENTO;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-271: a homeless child has an answer; the default does not apply then (AMB-60). */
final class McKinneyVentoOfHomeless extends Condition {

    McKinneyVentoOfHomeless() {
        super("PP-271", HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(MCKINNEY_VENTO) || !record.is(HOMELESS, "Y");
    }
}
