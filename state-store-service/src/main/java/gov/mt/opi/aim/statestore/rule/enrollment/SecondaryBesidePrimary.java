package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-025: whoever takes part elsewhere as Secondary is Primary somewhere on the first day. */
final class SecondaryBesidePrimary extends ViewRule {

    SecondaryBesidePrimary() {
        super("XS-025", "serviceType");
    }

    @Override
    protected boolean holds(Line line) {
        Enrollment own = line.enrollment();
        return !own.isSecondary()
                || line.other(other -> other.isPrimary() && other.covers(own.start()))
                        .isPresent();
    }
}
