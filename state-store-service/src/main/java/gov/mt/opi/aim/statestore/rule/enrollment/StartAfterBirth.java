package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-019: nobody is enrolled before being born. */
final class StartAfterBirth extends ViewRule {

    StartAfterBirth() {
        super("XS-019", "startDate");
    }

    @Override
    protected boolean holds(Line line) {
        return line.enrollment().start().isAfter(line.student().birthDate());
    }

    @Override
    protected String value(Line line) {
        return Enrollment.inWords(line.enrollment().start());
    }
}
