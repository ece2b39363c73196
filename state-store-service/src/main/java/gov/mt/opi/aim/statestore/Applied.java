package gov.mt.opi.aim.statestore;

import java.util.ArrayList;
import java.util.List;

/** What came of applying records: a decision for each of them, and the changes of the view they caused. */
public final class Applied {

    private final List<Decision> decisions = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();

    public void decide(Decision decision) {
        decisions.add(decision);
    }

    public void change(StateChange change) {
        changes.add(change);
    }

    /** Takes over everything from a part; its changes only when they were kept. */
    public void add(Applied part, boolean kept) {
        decisions.addAll(part.decisions);
        if (kept) {
            changes.addAll(part.changes);
        }
    }

    public List<Decision> decisions() {
        return decisions;
    }

    public List<StateChange> changes() {
        return changes;
    }
}
