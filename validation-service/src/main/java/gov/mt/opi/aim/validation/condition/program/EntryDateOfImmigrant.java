package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-361: an immigrant entered a US school on some day. */
final class EntryDateOfImmigrant extends Condition {

    EntryDateOfImmigrant() {
        super("PP-361", IMMIGRANT);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(IMMIGRANT_DATE) || !record.is(IMMIGRANT, "Y");
    }
}
