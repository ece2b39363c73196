package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_PARTICIPATION;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_PROGRAM_TYPE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-135: who takes part does so in some program. */
final class TitleITypeWithParticipation extends Condition {

    TitleITypeWithParticipation() {
        super("PP-135", TITLE_I_PARTICIPATION);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(TITLE_I_PARTICIPATION, "Y") || record.has(TITLE_I_PROGRAM_TYPE);
    }
}
