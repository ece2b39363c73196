package gov.mt.opi.aim.chassis.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * A step of a batch's way through a service, timed: {@code aim.step} with the tag {@code step}. Once a batch, never once a
 * record.
 */
public final class Step {

    private final Timer timer;

    private Step(String name) {
        this.timer = Timer.builder("aim.step")
                .description("time of a step of a batch, waiting included")
                .tag("step", name)
                .register(Metrics.globalRegistry);
    }

    /** The step of this name; a few words in small letters. */
    public static Step named(String name) {
        return new Step(name);
    }

    /** Work that may fail in its own way. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work and notes how long it took, whether it succeeds or not. */
    public <T, E extends Exception> T time(Work<T, E> work) throws E {
        long begin = System.nanoTime();
        try {
            return work.run();
        } finally {
            timer.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }
}
