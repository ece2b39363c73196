package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/**
 * XS-026, seen from the enrollment: special education services only (Service Type N) go with SPED Status Y. The reverse is
 * no rule: most children in special education are enrolled as Primary.
 *
 * <p>Programs come after enrollments in a file, so the PP line tells the contradiction. Here it is told only of an enrollment
 * whose file has no PP line for it: validation marks those by XF-017.
 */
final class ServicesOnlyWithSped extends ViewRule {

    ServicesOnlyWithSped() {
        super("XS-026", "serviceType");
    }

    @Override
    protected boolean holds(Line line) {
        return !line.enrollment().isServicesOnly()
                || line.spedStatusInTheView().filter("N"::equals).isEmpty();
    }
}
