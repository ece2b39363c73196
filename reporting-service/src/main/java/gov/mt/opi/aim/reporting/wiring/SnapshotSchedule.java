package gov.mt.opi.aim.reporting.wiring;

import gov.mt.opi.aim.reporting.collection.CollectionSnapshots;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks, every now and then, for collections whose window is over, and has their snapshots taken. */
final class SnapshotSchedule implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SnapshotSchedule.class);
    private static final ZoneId MONTANA = ZoneId.of("America/Denver");

    private final CollectionSnapshots snapshots;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "snapshot-schedule");
        daemon.setDaemon(true);
        return daemon;
    });

    SnapshotSchedule(CollectionSnapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    SnapshotSchedule start(Duration every) {
        thread.scheduleWithFixedDelay(this::takeDue, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void takeDue() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            for (Snapshot taken : snapshots.takeDue(now.atZone(MONTANA).toLocalDate(), now)) {
                LOG.infof(
                        "the window of collection %s is over: snapshot %s, revision %d",
                        taken.collection(), taken.id(), taken.revision());
            }
        } catch (RuntimeException e) {
            // The database may be away; the next round tries again.
            LOG.warnf(
                    "scheduled snapshots could not be taken (%s)", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
