package gov.mt.opi.aim.validation.condition.enrollment;

import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.END_STATUS;
import static gov.mt.opi.aim.validation.condition.enrollment.EnrollmentFields.GRADE;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.Set;

/** EN-126: dropouts are counted in grades 7 to 12 (AMB-89). */
final class DropoutInUpperGrades extends Condition {

    private static final Set<String> GRADES = Set.of("07", "08", "09", "10", "11", "12", "UM", "UH");

    DropoutInUpperGrades() {
        super("EN-126", GRADE);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !CodeLists.DROPOUT_END_STATUS.contains(record.text(END_STATUS)) || GRADES.contains(record.text(GRADE));
    }
}
