package gov.mt.opi.aim.statestore.rule.attendance;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/**
 * XS-032: the student is enrolled at the school on the count date: the last day of the testing window, or the day of the
 * header where none is defined. Silent where that enrollment waits.
 */
final class EnrolledOnCountDate extends ViewRule {

    EnrolledOnCountDate() {
        super("XS-032", "schoolNumber");
    }

    @Override
    protected boolean holds(Line line) {
        return !line.enrollmentsOnCountDate().isEmpty() || line.waitsForItsEnrollment();
    }

    @Override
    protected String value(Line line) {
        return "school " + line.text("schoolNumber") + " on " + Enrollment.inWords(line.dayOfAttendance());
    }
}
