package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-366: the date is only meant for immigrants and is dropped for others. Asked first, because what is dropped is not judged. */
final class EntryDateOnlyOfImmigrant extends Condition {

    EntryDateOnlyOfImmigrant() {
        super("PP-366", Effect.DROP, IMMIGRANT);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(IMMIGRANT_DATE) || record.is(IMMIGRANT, "Y");
    }
}
