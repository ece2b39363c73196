package gov.mt.opi.aim.statestore.rule.program;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-026, seen from programs: whoever gets special education services only (Service Type N) has SPED Status Y. */
final class SpedOfServicesOnly extends ViewRule {

    SpedOfServicesOnly() {
        super("XS-026", "spedStatus");
    }

    @Override
    protected boolean holds(Line line) {
        return !line.text("spedStatus").equals("N")
                || line.enrollmentsOfItsCalendar().stream().noneMatch(Enrollment::isServicesOnly);
    }
}
