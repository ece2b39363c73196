package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.RuleConfig.Overlap;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.util.Optional;

/**
 * XS-023: no other district starts a Primary enrollment of the student on the same day. Such two always overlap, so that this
 * is asked only where XS-022 does not hold the line.
 */
final class PrimaryStartsInOneDistrict extends ViewRule {

    private final Overlap overlap;

    PrimaryStartsInOneDistrict(Overlap overlap) {
        super("XS-023", "startDate");
        this.overlap = overlap;
    }

    @Override
    protected boolean holds(Line line) {
        return overlap == Overlap.HOLD || sameStart(line).isEmpty();
    }

    @Override
    protected String value(Line line) {
        return "district " + sameStart(line).orElseThrow().districtNumber();
    }

    private static Optional<Enrollment> sameStart(Line line) {
        return line.primaryElsewhere(
                other -> other.start().equals(line.enrollment().start()));
    }
}
