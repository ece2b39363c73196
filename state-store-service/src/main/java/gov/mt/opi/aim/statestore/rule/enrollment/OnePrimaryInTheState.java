package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.RuleConfig.Overlap;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.util.Optional;

/**
 * XS-022: on any date a student has one Primary enrollment at most; here against other districts. The line waits until the
 * other district ends its enrollment, or is refused where the state has set it so. Then XS-023 speaks of equal start dates.
 */
final class OnePrimaryInTheState extends ViewRule {

    private final Overlap overlap;

    OnePrimaryInTheState(Overlap overlap) {
        super("XS-022", "startDate", overlap == Overlap.HOLD ? Severity.HELD : Severity.ERROR);
        this.overlap = overlap;
    }

    @Override
    protected boolean holds(Line line) {
        return inTheWay(line).isEmpty();
    }

    @Override
    protected String value(Line line) {
        return "district " + inTheWay(line).orElseThrow().districtNumber();
    }

    private Optional<Enrollment> inTheWay(Line line) {
        return line.primaryElsewhere(other -> overlap == Overlap.HOLD
                || !other.start().equals(line.enrollment().start()));
    }
}
