package gov.mt.opi.aim.reporting;

import gov.mt.opi.aim.reporting.census.Census;
import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.registry.Registry;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.ZeroCells;
import gov.mt.opi.aim.reporting.snapshot.CountDifference;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The story of reporting: the statewide view arrives as changes, in any order and possibly twice; it is counted as it is
 * now, or frozen for a count date and counted the same for ever.
 */
public final class Reporting {

    private final ReadModel readModel;
    private final Census census;
    private final Snapshots snapshots;
    private final Registry registry;

    public Reporting(ReadModel readModel, Census census, Snapshots snapshots, Registry registry) {
        this.readModel = readModel;
        this.census = census;
        this.snapshots = snapshots;
        this.registry = registry;
    }

    /** Takes a batch of changes into the read model. Taking it again changes no count. */
    public void apply(StateChanges changes) {
        readModel.apply(changes);
    }

    /** Who is a member on a day, counted now ({@code reports.md}, Membership on date D). */
    public Counts membership(LocalDate on, Slice slice) {
        return census.membership(on, slice);
    }

    /** Freezes the membership of the count date, as the next revision when name and date were taken before. */
    public Snapshot takeSnapshot(SnapshotOrder order) {
        return snapshots.take(order);
    }

    /** Counts of what was frozen; the same answer for ever. */
    public Counts membership(Snapshot snapshot, Slice slice) {
        return snapshots.membership(snapshot, slice);
    }

    /** What two snapshots say of the same slice, side by side. */
    public CountDifference difference(Snapshot from, Snapshot to, Slice slice) {
        return CountDifference.of(
                snapshots.membership(from, slice), snapshots.membership(to, slice), slice.rowDimensions());
    }

    /** Counts with the rows that nobody is in; empty when those are too many. */
    public Optional<Counts> withZeroCells(Counts counts, Slice slice) {
        return ZeroCells.added(counts, slice, registry);
    }
}
