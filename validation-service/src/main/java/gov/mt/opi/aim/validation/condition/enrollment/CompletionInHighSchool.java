package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.GRADE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.Set;

/** EN-127: school is completed in high school. */
final class CompletionInHighSchool extends Condition {

    private static final Set<String> COMPLETED = Set.of("400", "410", "420");
    private static final Set<String> GRADES = Set.of("09", "10", "11", "12", "UH");

    CompletionInHighSchool() {
        super("EN-127", GRADE);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !COMPLETED.contains(record.text(END_STATUS)) || GRADES.contains(record.text(GRADE));
    }
}
