package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-030: whoever has graduated (400) is not enrolled anew. */
final class NoStartAfterGraduation extends ViewRule {

    NoStartAfterGraduation() {
        super("XS-030", "startDate");
    }

    @Override
    protected boolean holds(Line line) {
        Enrollment own = line.enrollment();
        return line.other(
                        other -> other.endStatus().equals("400") && own.start().isAfter(other.end()))
                .isEmpty();
    }

    @Override
    protected String value(Line line) {
        return Enrollment.inWords(line.enrollment().start());
    }
}
