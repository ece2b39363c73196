package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.DATE_ENTERED_LEP;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.LEP_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-337: who entered is in it or has been. */
final class LepStatusWithDate extends Condition {

    LepStatusWithDate() {
        super("PP-337", LEP_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(DATE_ENTERED_LEP) || record.has(LEP_STATUS);
    }
}
