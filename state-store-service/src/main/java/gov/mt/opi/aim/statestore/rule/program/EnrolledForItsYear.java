package gov.mt.opi.aim.statestore.rule.program;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-031: the student is enrolled at the school, calendar and year of the programs. Silent where that enrollment waits. */
final class EnrolledForItsYear extends ViewRule {

    EnrolledForItsYear() {
        super("XS-031", "schoolNumber");
    }

    @Override
    protected boolean holds(Line line) {
        return !line.enrollmentsOfItsCalendar().isEmpty() || line.waitsForItsEnrollment();
    }

    @Override
    protected String value(Line line) {
        return "school " + line.text("schoolNumber") + ", calendar " + line.text("calendarNumber") + ", year "
                + line.text("year");
    }
}
