package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/**
 * XS-026, seen from the enrollment: special education services only (Service Type N) go with SPED Status Y. The reverse is
 * no rule: most children in special education are enrolled as Primary.
 *
 * <p>The line that completes the contradiction tells it. Within a file that is the PP line, which comes after the EN line;
 * here it is told of an enrollment that is new or changes while the view has its programs from before. The PP line of the
 * same file is not known yet, and speaks for itself.
 */
final class ServicesOnlyWithSped extends ViewRule {

    ServicesOnlyWithSped() {
        super("XS-026", "serviceType");
    }

    @Override
    protected boolean holds(Line line) {
        return line.isUnchanged()
                || !line.enrollment().isServicesOnly()
                || line.spedStatusInTheView().filter("N"::equals).isEmpty();
    }
}
