package gov.mt.opi.aim.reporting.wiring;

import gov.mt.opi.aim.reporting.census.Census;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the census near the read model while nobody asks, so that whoever asks next does not wait. */
final class CensusFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CensusFollower.class);
    private static final int SECONDS = 5;

    private final Census census;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "census-follower");
        daemon.setDaemon(true);
        return daemon;
    });

    CensusFollower(Census census) {
        this.census = census;
    }

    CensusFollower start() {
        thread.scheduleWithFixedDelay(this::follow, SECONDS, SECONDS, TimeUnit.SECONDS);
        return this;
    }

    private void follow() {
        try {
            census.catchUp();
        } catch (RuntimeException away) {
            // The database may be away; the next round tries again.
            LOG.debugf("the census could not catch up (%s)", away.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
