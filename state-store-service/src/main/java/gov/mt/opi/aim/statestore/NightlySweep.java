package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.identity.Sweep;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets the sweep run at night ({@code aim.identity.sweep}). Several instances that sweep open nothing twice. */
@ApplicationScoped
public class NightlySweep {

    private static final Logger LOG = Logger.getLogger(NightlySweep.class);

    private final Sweep sweep;

    NightlySweep(Sweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(
            identity = "identity-sweep",
            cron = "{aim.identity.sweep}",
            timeZone = "America/Denver",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Sweep.Found found = sweep.run();
        LOG.infof(
                "sweep: %d students, %d new cases, %d lines judged again",
                found.students(), found.cases(), found.lines());
    }
}
