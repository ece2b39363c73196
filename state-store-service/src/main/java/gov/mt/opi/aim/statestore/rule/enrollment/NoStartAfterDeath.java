package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-029: no enrollment starts after one that ended because the student died (500), whichever of the two comes first. */
final class NoStartAfterDeath extends ViewRule {

    private static final String START_DATE = "startDate";
    private static final String DIED = "500";

    NoStartAfterDeath() {
        super("XS-029", START_DATE);
    }

    @Override
    protected boolean holds(Line line) {
        return !startsAfterDeath(line) && !diesBeforeAStart(line);
    }

    @Override
    protected String property(Line line) {
        return startsAfterDeath(line) ? START_DATE : "endStatus";
    }

    @Override
    protected String value(Line line) {
        return startsAfterDeath(line)
                ? Enrollment.inWords(line.enrollment().start())
                : line.enrollment().endStatus();
    }

    private static boolean startsAfterDeath(Line line) {
        Enrollment own = line.enrollment();
        return line.other(other -> contradict(other, own)).isPresent();
    }

    private static boolean diesBeforeAStart(Line line) {
        Enrollment own = line.enrollment();
        return own.endStatus().equals(DIED)
                && line.other(other -> contradict(own, other)).isPresent();
    }

    private static boolean contradict(Enrollment last, Enrollment next) {
        return last.endStatus().equals(DIED) && next.start().isAfter(last.end());
    }
}
