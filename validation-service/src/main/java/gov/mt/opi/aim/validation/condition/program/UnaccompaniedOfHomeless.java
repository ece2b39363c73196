package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.HOMELESS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.UNACCOMPANIED_YOUTH;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-291: a homeless child has an answer; the default does not apply then (AMB-60). */
final class UnaccompaniedOfHomeless extends Condition {

    UnaccompaniedOfHomeless() {
        super("PP-291", HOMELESS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(UNACCOMPANIED_YOUTH) || !record.is(HOMELESS, "Y");
    }
}
