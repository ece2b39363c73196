package gov.mt.opi.aim.cli.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long one call tries again while the service starts or is away: pauses that double from a quarter of a second to five,
 * or as long as the service asks for, and an end.
 */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration limit;
    private final Consumer<String> notes;
    private final long start = System.nanoTime();
    private Duration pause = FIRST_PAUSE;
    private boolean told;

    /**
     * @param limit the time after which it gives up
     * @param notes is told once that there is something to wait for
     */
    Patience(Duration limit, Consumer<String> notes) {
        this.limit = limit;
        this.notes = notes;
    }

    /**
     * Pauses before the next try.
     *
     * @param failure what to throw when the time is up
     * @param asked the pause that the service asks for
     * @throws CallFailure when the next try would come after the end
     */
    void pause(CallFailure failure, Optional<Duration> asked) {
        Duration wait = asked.orElse(pause);
        if (Duration.ofNanos(System.nanoTime() - start).plus(wait).compareTo(limit) > 0) {
            throw failure;
        }
        if (!told) {
            notes.accept(failure.getMessage() + " Trying again for " + limit.toSeconds() + " seconds.");
            told = true;
        }
        sleep(wait);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CallFailure.notAvailable("Stopped while waiting.");
        }
    }
}
