package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.RESIDENCE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-281: where a homeless child sleeps is known. */
final class ResidenceOfHomeless extends Condition {

    ResidenceOfHomeless() {
        super("PP-281", HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(RESIDENCE) || !record.is(HOMELESS, "Y");
    }
}
