package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.YEAR;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-055: another year is a correction of it, or a preparation. */
final class YearOfTheHeader extends Condition {

    YearOfTheHeader() {
        super("EN-055");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.number(YEAR) == context.schoolYear();
    }
}
