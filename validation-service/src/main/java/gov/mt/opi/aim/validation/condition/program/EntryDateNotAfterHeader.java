package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-365: a file speaks of what has happened. */
final class EntryDateNotAfterHeader extends Condition {

    EntryDateNotAfterHeader() {
        super("PP-365");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(IMMIGRANT_DATE) || !context.isAfterHeader(record.date(IMMIGRANT_DATE));
    }
}
