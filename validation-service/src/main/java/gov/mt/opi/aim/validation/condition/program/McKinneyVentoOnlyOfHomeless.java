package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.MCKINNEY_VENTO;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-276: the act is about homeless children. */
final class McKinneyVentoOnlyOfHomeless extends Condition {

    McKinneyVentoOnlyOfHomeless() {
        super("PP-276", HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(MCKINNEY_VENTO, "Y") || record.is(HOMELESS, "Y");
    }
}
