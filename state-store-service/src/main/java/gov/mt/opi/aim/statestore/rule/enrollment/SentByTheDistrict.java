package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-011: the district has sent demographics of the student whom it enrolls. */
final class SentByTheDistrict extends ViewRule {

    SentByTheDistrict() {
        super("XS-011", "stateId");
    }

    @Override
    protected boolean holds(Line line) {
        return line.student().wasSentBy(line.district());
    }
}
