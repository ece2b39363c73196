package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_DATE;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.YEAR;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-118: an enrollment ends with its school year at the latest. */
final class EndInItsYear extends Condition {

    EndInItsYear() {
        super("EN-118", YEAR);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(END_DATE) || FileFacts.schoolYear(record.date(END_DATE)) <= record.number(YEAR);
    }
}
