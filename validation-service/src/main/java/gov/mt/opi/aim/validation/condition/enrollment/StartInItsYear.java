package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.START_DATE;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.YEAR;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-095: a school year lasts from 07/01 to 06/30 (AMB-82). */
final class StartInItsYear extends Condition {

    StartInItsYear() {
        super("EN-095", YEAR);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return FileFacts.schoolYear(record.date(START_DATE)) == record.number(YEAR);
    }
}
