package gov.mt.opi.aim.chassis.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import net.jpountz.util.Native;
import org.jboss.logging.Logger;

/**
 * Loads the native LZ4. The library does so by itself only from the system class path, where a packaged service's
 * libraries are not; without it messages are compressed in Java, which took a quarter of the CPU of a load.
 */
@ApplicationScoped
public class NativeCompression {

    private static final Logger LOG = Logger.getLogger(NativeCompression.class);

    /** Before any client of the broker: each keeps the compressor that it first finds. */
    void load(@Observes @Priority(Integer.MIN_VALUE) StartupEvent start) {
        try {
            Native.load();
        } catch (LinkageError | RuntimeException noBinaryForThisMachine) {
            LOG.info("no native LZ4 for this machine: messages are compressed in Java");
        }
    }
}
