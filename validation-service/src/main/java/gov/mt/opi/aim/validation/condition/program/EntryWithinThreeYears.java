package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-367: the federal definition of an immigrant student; how many school years is a setting. */
final class EntryWithinThreeYears extends Condition {

    EntryWithinThreeYears() {
        super("PP-367", IMMIGRANT);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(IMMIGRANT, "Y")
                || record.isBlank(IMMIGRANT_DATE)
                || context.schoolYear() - FileFacts.schoolYear(record.date(IMMIGRANT_DATE))
                        <= context.config().immigrantSchoolYearsMax();
    }
}
