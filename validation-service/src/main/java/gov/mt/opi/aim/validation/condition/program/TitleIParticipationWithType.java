package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_PARTICIPATION;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_PROGRAM_TYPE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-136: a program without participation contradicts itself. */
final class TitleIParticipationWithType extends Condition {

    TitleIParticipationWithType() {
        super("PP-136", TITLE_I_PARTICIPATION);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(TITLE_I_PROGRAM_TYPE) || record.is(TITLE_I_PARTICIPATION, "Y");
    }
}
