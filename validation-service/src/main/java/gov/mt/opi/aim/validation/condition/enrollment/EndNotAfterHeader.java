package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** EN-117: an end to come is unusual; a roll at the end of the year may have it (AMB-80). */
final class EndNotAfterHeader extends Condition {

    EndNotAfterHeader() {
        super("EN-117");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(END_DATE) || !context.isAfterHeader(record.date(END_DATE));
    }
}
