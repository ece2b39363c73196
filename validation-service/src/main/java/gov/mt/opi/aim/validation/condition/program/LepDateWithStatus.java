package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.DATE_ENTERED_LEP;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.LEP_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-336: the program was entered on some day (AMB-62). */
final class LepDateWithStatus extends Condition {

    LepDateWithStatus() {
        super("PP-336", LEP_STATUS);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(LEP_STATUS, "01") || record.has(DATE_ENTERED_LEP);
    }
}
