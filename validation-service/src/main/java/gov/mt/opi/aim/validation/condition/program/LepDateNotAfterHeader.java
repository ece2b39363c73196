package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.DATE_ENTERED_LEP;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-335: a file speaks of what has happened. */
final class LepDateNotAfterHeader extends Condition {

    LepDateNotAfterHeader() {
        super("PP-335");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(DATE_ENTERED_LEP) || !context.isAfterHeader(record.date(DATE_ENTERED_LEP));
    }
}
