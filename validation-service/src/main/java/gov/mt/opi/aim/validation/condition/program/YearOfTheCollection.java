package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.YEAR;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-373: from 2007 to the next school year. */
final class YearOfTheCollection extends Condition {

    YearOfTheCollection() {
        super("PP-373");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.number(YEAR) >= Context.FIRST_YEAR && record.number(YEAR) <= context.schoolYear() + 1;
    }
}
