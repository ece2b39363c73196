package gov.mt.opi.aim.statestore;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of applying records.
 *
 * @param decisions what became of each of them
 * @param changes what changed in the view
 */
public record Applied(List<Decision> decisions, List<StateChange> changes) {

    /** Nothing came of it. */
    public static Applied nothing() {
        return new Applied(List.of(), List.of());
    }

    /** This, and then something else in the same transaction. */
    public Applied and(Applied next) {
        return new Applied(
                Stream.concat(decisions.stream(), next.decisions.stream()).toList(),
                Stream.concat(changes.stream(), next.changes.stream()).toList());
    }
}
