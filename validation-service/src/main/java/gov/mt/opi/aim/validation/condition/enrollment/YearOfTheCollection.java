package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.YEAR;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-053: from 2007 to the next school year. In the first year of MT1.3 a correction of the year before is still let through, because EN-055 speaks of it by that very example. */
final class YearOfTheCollection extends Condition {

    YearOfTheCollection() {
        super("EN-053");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.number(YEAR) >= firstYear(context) && record.number(YEAR) <= context.schoolYear() + 1;
    }

    private static int firstYear(Context context) {
        return Math.min(Context.FIRST_YEAR, context.schoolYear() - 1);
    }
}
