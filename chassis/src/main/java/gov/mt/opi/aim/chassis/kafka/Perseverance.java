package gov.mt.opi.aim.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Repeats work for as long as the database or the broker is away: a failure of ours must never become a verdict about
 * data. Readiness is down meanwhile. Anything else that is thrown is a bug and goes up to whoever called.
 */
@Default
@Readiness
@ApplicationScoped
public class Perseverance implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Perseverance.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** Conflicts of two transactions are everyday and over at once; only longer trouble is worth telling. */
    private static final int QUIET_ATTEMPTS = 3;

    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /** Work that may fail because something outside is away. It must be safe to repeat. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /**
     * Does the work until it succeeds.
     *
     * @param name what is being done, for logs and readiness; no personal data
     * @throws IllegalStateException when the thread is interrupted, which ends the service
     */
    public <T> T until(String name, Work<T> work) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                T done = work.run();
                troubles.remove(name);
                return done;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(name + " was interrupted", e);
            } catch (Exception e) {
                if (Thread.currentThread().isInterrupted() || !isOutside(e)) {
                    throw bug(name, e);
                }
                if (attempt > QUIET_ATTEMPTS) {
                    troubles.put(name, rootOf(e).getClass().getSimpleName());
                    LOG.warnf(
                            "%s: attempt %d failed (%s), trying again",
                            name, attempt, rootOf(e).getClass().getSimpleName());
                }
            }
            sleep(name, pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("work goes on").status(troubles.isEmpty());
        troubles.forEach(response::withData);
        return response.build();
    }

    /** A database tells values in its messages, and whoever catches a bug logs it: only its kind and place go up. */
    private static RuntimeException bug(String name, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                StackTraceElement[] trace = e.getStackTrace();
                return new IllegalStateException(name + " failed: SQL state " + sql.getSQLState() + " at "
                        + (trace.length == 0 ? "unknown place" : trace[0]));
            }
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    private static boolean isOutside(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isOutside(sql);
            }
            if (cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Connections (08), resources (53), operator intervention (57), system errors (58), transaction conflicts (40) and
     * the conflicts with a concurrent writer that a second look resolves (23505 unique, 23P01 exclusion). Everything
     * else a statement can fail with is a bug of ours, and repeating it would only hide it.
     */
    private static boolean isOutside(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("23505")
                || state.equals("23P01")
                || state.equals("55P03");
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static void sleep(String name, Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        }
    }
}
