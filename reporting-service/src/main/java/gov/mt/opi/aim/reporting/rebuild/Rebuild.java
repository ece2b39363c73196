package gov.mt.opi.aim.reporting.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the read model again, while the old one serves. One at a time. */
public final class Rebuild {

    private final StateHistory history;
    private final NextReadModel next;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Progress progress = new Progress(State.NEVER, null, null, 0);

    /** How a rebuild stands. */
    public enum State {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far the last rebuild is.
     *
     * @param state how it stands
     * @param startedAt when it began, UTC; null when there never was one
     * @param endedAt when it ended, UTC; null while it runs
     * @param batches batches taken in
     */
    public record Progress(State state, Instant startedAt, Instant endedAt, long batches) {}

    public Rebuild(StateHistory history, NextReadModel next, Clock clock) {
        this.history = history;
        this.next = next;
        this.clock = clock;
    }

    public Progress progress() {
        Progress now = progress;
        return now.state == State.RUNNING ? new Progress(now.state, now.startedAt, null, changes.get()) : now;
    }

    /** Marks the beginning; empty when one is under way already. Whoever gets it runs {@link #run}. */
    public synchronized Optional<Progress> begin() {
        if (progress.state == State.RUNNING) {
            return Optional.empty();
        }
        changes.set(0);
        progress = new Progress(State.RUNNING, clock.instant(), null, 0);
        return Optional.of(progress);
    }

    /** Reads everything and replaces the read model that serves. */
    public void run() {
        State end = State.FAILED;
        try (StateHistory.Reading reading = history.open()) {
            next.begin();
            reading.toTheEnd(batch -> {
                next.apply(batch);
                changes.incrementAndGet();
            });
            next.replace(reading::upTo);
            end = State.DONE;
        } finally {
            progress = new Progress(end, progress.startedAt, clock.instant(), changes.get());
        }
    }
}
