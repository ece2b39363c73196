package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.RESIDENCE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-286: a night-time residence is only meant for homeless children and is dropped for others. */
final class ResidenceOnlyOfHomeless extends Condition {

    ResidenceOnlyOfHomeless() {
        super("PP-286", Effect.DROP, HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(RESIDENCE) || record.is(HOMELESS, "Y");
    }
}
