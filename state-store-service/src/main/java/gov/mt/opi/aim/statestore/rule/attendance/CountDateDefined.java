package gov.mt.opi.aim.statestore.rule.attendance;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-033: the registry says the last day of the testing window for the school's calendar. */
final class CountDateDefined extends ViewRule {

    CountDateDefined() {
        super("XS-033", "calendarNumber");
    }

    @Override
    protected boolean holds(Line line) {
        return line.countDate().isPresent();
    }
}
