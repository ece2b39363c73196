package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.FIRST_NAME;
import static gov.mt.opi.aim.validation.condition.student.StudentFields.MIDDLE_NAME;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** SD-065: an initial, or the middle name itself, at the end of the first name lowers the quality of matches. Two first names are fine. */
final class NoMiddleNameInFirstName extends Condition {

    NoMiddleNameInFirstName() {
        super("SD-065", MIDDLE_NAME);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !isMiddleName(record.text(FIRST_NAME), record.text(MIDDLE_NAME));
    }

    private static boolean isMiddleName(String first, String middle) {
        int blank = first.lastIndexOf(' ');
        if (blank < 0) {
            return false;
        }
        String last = first.substring(blank + 1);
        boolean isInitial = last.length() == 1 || last.length() == 2 && last.charAt(1) == '.';
        return isInitial || !middle.isEmpty() && last.equalsIgnoreCase(middle);
    }
}
