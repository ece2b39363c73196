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

/**
 * Moves what is known of one student to another and back, inside one transaction. Everything that moves keeps its origin, the
 * student whom it was about when it came, so that merges can be undone in any order.
 */
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
     * A record that a merge took out of the view.
     *
     * @param kind its kind
     * @param record the record as it stood
     * @param owner key of the student whose it would be now
     */
    record TakenOut(RecordKind kind, StoredRecord record, UUID owner) {}

    Optional<Holder> holder(String stateId);

    /** Everything of a kind that a student has, with all fields. */
    List<StoredRecord> records(RecordKind kind, UUID student);

    /** Merges: from now on the loser's State ID leads to the survivor, and names and local IDs are the survivor's. */
    void begin(UUID loser, UUID survivor, String by, String reason);

    /** True when the student's State ID was merged into another and is so still. */
    boolean isMerged(UUID loser);

    /**
     * Undoes a merge: what is the survivor's and has an origin that leads to the loser again is the loser's.
     *
     * @return keys of the records that went back, by kind
     */
    Map<RecordKind, Set<UUID>> undo(UUID loser, UUID survivor, String by, String reason);

    /** Makes records another student's. */
    void move(RecordKind kind, Collection<UUID> records, UUID to);

    /** Takes records out of the view, and keeps them for the day the merge is undone. */
    void takeOut(RecordKind kind, List<StoredRecord> records);

    /**
     * Has a record that was taken out wait: when its line takes its place it is the same thing, with its next version.
     *
     * @return the State ID of the student whom it was about when it came
     */
    String letWait(RecordKind kind, StoredRecord record, UUID owner, String by);

    /** What merges took out of the view and would be one of the students', the newest first. */
    List<TakenOut> takenOut(Set<UUID> students);

    /** Puts a record that was taken out back into the view. */
    void restore(TakenOut takenOut);

    /** Students as the world is told of them now, with those whose State IDs lead to them. */
    List<StateChange> studentsNow(Set<UUID> students);

    /** Records as the world is told of them now. */
    List<StateChange> recordsNow(RecordKind kind, Collection<UUID> records);
}
