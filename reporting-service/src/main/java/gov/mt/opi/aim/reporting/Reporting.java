package gov.mt.opi.aim.reporting;

import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The story of reporting: the statewide view arrives as changes, in any order and possibly twice; it is counted as it is
 * now, or frozen for a count date and counted the same for ever.
 */
public final class Reporting {

    private final ReadModel readModel;
    private final Snapshots snapshots;

    public Reporting(ReadModel readModel, Snapshots snapshots) {
        this.readModel = readModel;
        this.snapshots = snapshots;
    }

    /** Takes a batch of changes into the read model. Taking it again changes no count. */
    public void apply(StateChanges changes) {
        readModel.apply(changes);
    }

    /** Who is a member on a day, counted now ({@code reports.md}, Membership on date D). */
    public Counts membership(LocalDate on, Slice slice) {
        return readModel.membership(on, slice);
    }

    /** Freezes the membership of the count date, as the next revision when name and date were taken before. */
    public Snapshot takeSnapshot(SnapshotOrder order) {
        return snapshots.take(order);
    }

    /** Snapshots, newest first. */
    public List<Snapshot> snapshots(long offset, int limit) {
        return snapshots.newestFirst(offset, limit);
    }

    public long snapshotCount() {
        return snapshots.count();
    }

    public Optional<Snapshot> snapshot(UUID id) {
        return snapshots.find(id);
    }

    /** Counts of what was frozen; the same answer for ever. */
    public Counts membership(Snapshot snapshot, Slice slice) {
        return snapshots.membership(snapshot, slice);
    }
}
