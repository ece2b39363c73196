package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Moves what is known of one student to another and back, inside one transaction. */
public interface Joins {

    /**
     * A State ID and whose it is.
     *
     * @param key key of the student for whom it was issued
     * @param stateId the ID
     * @param survivor the student into whom it was merged; empty while it is alive
     */
    record Holder(UUID key, String stateId, Optional<Holder> survivor) {}

    /**
     * A merge that is not undone.
     *
     * @param id names it
     * @param loser who retired
     */
    record Merge(UUID id, UUID loser) {}

    /**
     * A record that a merge took out of the view.
     *
     * @param kind its kind
     * @param record the record as it stood
     */
    record TakenOut(RecordKind kind, StoredRecord record) {}

    Optional<Holder> holder(String stateId);

    /** Everything of a kind that the students have, with all fields. */
    List<StoredRecord> records(RecordKind kind, Set<UUID> students);

    /** Begins a merge: from now on the loser's State ID leads to the survivor, and names and local IDs are the survivor's. */
    Merge begin(UUID loser, UUID survivor, String by, String reason);

    /** Makes records of the loser the survivor's. */
    void move(Merge merge, RecordKind kind, Collection<UUID> records, UUID to);

    /** Takes records out of the view, and remembers them for the day the merge is undone. */
    void takeOut(Merge merge, RecordKind kind, List<StoredRecord> records);

    /** The merge by which a student retired. */
    Optional<Merge> mergeOf(UUID loser);

    /**
     * Undoes a merge as far as names, local IDs and moved records go: what came from the loser and is the survivor's now is
     * the loser's again.
     *
     * @return keys of the records that went back, by kind
     */
    Map<RecordKind, Set<UUID>> undo(Merge merge, UUID survivor, String by, String reason);

    /** What the merge took out of the view. */
    List<TakenOut> takenOut(Merge merge);

    /** Puts a record that was taken out back into the view. */
    void restore(RecordKind kind, StoredRecord record);

    /** Students as the world is told of them now, retired ones too, with those whose State IDs lead to them. */
    List<StateChange> studentsNow(Set<UUID> students);

    /** Records as the world is told of them now. */
    List<StateChange> recordsNow(RecordKind kind, Collection<UUID> records);
}
