package gov.mt.opi.aim.statestore.rule.program;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-022, seen from programs: where the enrollment waits, they wait with it. */
final class WaitsWithItsEnrollment extends ViewRule {

    WaitsWithItsEnrollment() {
        super("XS-022", "schoolNumber");
    }

    @Override
    protected boolean holds(Line line) {
        return !line.enrollmentsOfItsCalendar().isEmpty() || !line.waitsForItsEnrollment();
    }

    /** What is in the way of the enrollment, not the school: that is what the district can do something about. */
    @Override
    protected String value(Line line) {
        return line.whereItsEnrollmentWaits()
                .map(district -> "district " + district)
                .orElseGet(() -> super.value(line));
    }
}
