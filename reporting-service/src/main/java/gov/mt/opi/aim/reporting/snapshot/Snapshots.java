package gov.mt.opi.aim.reporting.snapshot;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All snapshots ever taken. */
public interface Snapshots {

    /** Freezes the view and tells everybody that it did: both or nothing. */
    Snapshot take(SnapshotOrder order);

    /**
     * As {@link #take}, unless a snapshot of the order's collection was taken after a day, in Montana's time: of several
     * instances that find it due, one takes it.
     */
    Optional<Snapshot> takeUnlessTakenAfter(LocalDate day, SnapshotOrder order);

    /** Snapshots, newest first: all of them, or those of one name. */
    List<Snapshot> newestFirst(Optional<String> name, long offset, int limit);

    long count(Optional<String> name);

    Optional<Snapshot> find(UUID id);

    /** The revision before this one: same name, count date and district. */
    Optional<Snapshot> before(Snapshot snapshot);

    /** Counts what a snapshot holds. */
    Counts membership(Snapshot snapshot, Slice slice);

    /**
     * The students who are not the same in two snapshots, by State ID.
     *
     * @param district narrows to what the snapshots say of one district
     */
    List<StudentDifference> differences(Snapshot from, Snapshot to, Optional<String> district, long offset, int limit);

    long differenceCount(Snapshot from, Snapshot to, Optional<String> district);
}
