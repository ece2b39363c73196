package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.UNACCOMPANIED_YOUTH;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-296: the field is about homeless children. */
final class UnaccompaniedOnlyOfHomeless extends Condition {

    UnaccompaniedOnlyOfHomeless() {
        super("PP-296", HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(UNACCOMPANIED_YOUTH, "Y") || record.is(HOMELESS, "Y");
    }
}
