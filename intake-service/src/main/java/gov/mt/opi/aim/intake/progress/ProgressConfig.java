package gov.mt.opi.aim.intake.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of live progress. */
@ConfigMapping(prefix = "aim.progress")
public interface ProgressConfig {

    /** How often the ledger is asked, once for all listeners together; never while nobody listens. */
    @WithDefault("0.25S")
    Duration poll();

    /** How often a listener hears that we are still here when nothing changes. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How long a listener may leave unread what it was sent before it is dropped. */
    @WithDefault("30S")
    Duration patience();

    /** Most listeners of one instance; more are asked to come back later. */
    @WithDefault("500")
    int listenersMax();
}
