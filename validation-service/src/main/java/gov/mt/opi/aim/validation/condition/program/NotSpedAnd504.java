package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.SECTION_504;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.SPED_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-116: a plan of one kind stands for both (AMB-68). */
final class NotSpedAnd504 extends Condition {

    NotSpedAnd504() {
        super("PP-116", SPED_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(SPED_STATUS, "Y") || !record.is(SECTION_504, "Y");
    }
}
