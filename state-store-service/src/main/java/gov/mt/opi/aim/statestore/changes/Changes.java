package gov.mt.opi.aim.statestore.changes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The changes of the view in the order of commits. Each thing stands where it changed last, with its current value, so that
 * whoever reads from the start to the end knows the view and has seen every thing once.
 */
public interface Changes {

    /**
     * Some changes.
     *
     * @param items the changes, in order
     * @param next where to go on; to be asked again later even when there is no more now
     * @param more whether there is more at once
     */
    record Portion(List<Change> items, ChangeCursor next, boolean more) {}

    /**
     * What changed behind a cursor. A portion may be empty and there be more nevertheless: the search for a district's
     * changes among those of all is cut into pieces.
     *
     * @return empty when this cursor was never given out: it is of another database, or of one that was restored since
     * @param onlyDistrict the district whose students and records are wanted; empty for all
     * @param limit most items
     */
    Optional<Portion> after(ChangeCursor cursor, Optional<String> onlyDistrict, int limit);

    /** Where to begin so that nothing is missed that changed at or after a moment. */
    ChangeCursor since(Instant moment);
}
