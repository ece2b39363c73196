package gov.mt.opi.aim.statestore.rule;

import gov.mt.opi.aim.statestore.record.Line;

/** XS-002: the State ID is the student's own, not one that was merged into it. The line counts for the survivor. */
public final class LiveStateId extends ViewRule {

    private static final String STATE_ID = "stateId";

    public LiveStateId() {
        super("XS-002", STATE_ID);
    }

    @Override
    protected boolean holds(Line line) {
        return line.text(STATE_ID).equals(line.student().stateId());
    }
}
