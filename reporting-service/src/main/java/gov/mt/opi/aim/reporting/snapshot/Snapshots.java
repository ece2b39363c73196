package gov.mt.opi.aim.reporting.snapshot;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All snapshots ever taken. */
public interface Snapshots {

    /** Freezes the view and tells everybody that it did: both or nothing. */
    Snapshot take(SnapshotOrder order);

    List<Snapshot> newestFirst(long offset, int limit);

    long count();

    Optional<Snapshot> find(UUID id);

    /** Counts what a snapshot holds. */
    Counts membership(Snapshot snapshot, Slice slice);
}
