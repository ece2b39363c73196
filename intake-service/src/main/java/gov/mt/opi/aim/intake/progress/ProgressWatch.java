package gov.mt.opi.aim.intake.progress;

import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells listeners how far submissions are. One thread asks the ledger, which all instances share, about all submissions that
 * anybody listens to, in one go; how many listen makes no difference to the database.
 */
public final class ProgressWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProgressWatch.class);

    private final SubmissionLedger submissions;
    private final Duration poll;
    private final long heartbeatNanos;
    private final long patienceNanos;
    private final int listenersMax;
    private final Map<Listening, Boolean> listening = new ConcurrentHashMap<>();
    private final Thread thread;
    private final Object signal = new Object();
    private volatile boolean closed;

    /** One who listens, and what it knows. */
    private static final class Listening {
        private final ProgressListener listener;
        private volatile Submission known;
        private long heardAt = System.nanoTime();
        private long upToDateAt = System.nanoTime();

        private Listening(ProgressListener listener, Submission known) {
            this.listener = listener;
            this.known = known;
        }
    }

    /** A watch, not started yet. */
    public ProgressWatch(SubmissionLedger submissions, ProgressConfig config) {
        this.submissions = submissions;
        this.poll = config.poll();
        this.heartbeatNanos = config.heartbeat().toNanos();
        this.patienceNanos = config.patience().toNanos();
        this.listenersMax = config.listenersMax();
        this.thread = new Thread(this::run, "progress");
        this.thread.setDaemon(true);
    }

    public ProgressWatch start() {
        thread.start();
        return this;
    }

    /**
     * Listens to a submission until it is done.
     *
     * @param known the submission as the listener knows it already
     * @return what ends listening early; empty when too many listen
     */
    public Optional<Runnable> listen(Submission known, ProgressListener listener) {
        Listening one = new Listening(listener, known);
        synchronized (signal) {
            if (closed || listening.size() >= listenersMax) {
                return Optional.empty();
            }
            listening.put(one, true);
            signal.notifyAll();
        }
        return Optional.of(() -> listening.remove(one));
    }

    /** How many listen now. */
    public int listeners() {
        return listening.size();
    }

    /** True when nobody more may listen now. */
    public boolean isFull() {
        return listening.size() >= listenersMax;
    }

    @Override
    public void close() {
        synchronized (signal) {
            closed = true;
            signal.notifyAll();
        }
        listening.keySet().forEach(this::end);
    }

    private void run() {
        while (!closed) {
            rest();
            for (Map.Entry<UUID, Submission> now : readAll().entrySet()) {
                listening.keySet().stream()
                        .filter(one -> one.known.id().equals(now.getKey()))
                        .forEach(one -> safely(one, () -> tell(one, now.getValue())));
            }
            listening.keySet().forEach(one -> safely(one, () -> keepUp(one)));
        }
    }

    private Map<UUID, Submission> readAll() {
        List<UUID> wanted = listening.keySet().stream()
                .map(one -> one.known.id())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        try {
            return submissions.findAll(wanted).stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        } catch (RuntimeException databaseAway) {
            LOG.debugf(
                    "progress could not be read (%s)", databaseAway.getClass().getName());
            return Map.of(); // nobody learns anything this time
        }
    }

    private void tell(Listening one, Submission now) {
        if (!now.equals(one.known)) {
            one.known = now;
            one.heardAt = System.nanoTime();
            one.listener.changed(now);
        }
        if (now.isDone()) {
            end(one);
        }
    }

    /** One listener that fails must not cost the others theirs. */
    private void safely(Listening one, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.infof("a listener was let go (%s)", e.getClass().getName());
            listening.remove(one);
        }
    }

    private void keepUp(Listening one) {
        long now = System.nanoTime();
        if (!one.listener.isUpToDate()) {
            if (now - one.upToDateAt > patienceNanos) {
                listening.remove(one);
                one.listener.drop();
            }
            return;
        }
        one.upToDateAt = now;
        if (now - one.heardAt > heartbeatNanos) {
            one.heardAt = now;
            one.listener.heartbeat();
        }
    }

    private void end(Listening one) {
        if (listening.remove(one) != null) {
            one.listener.end();
        }
    }

    private void rest() {
        synchronized (signal) {
            try {
                while (listening.isEmpty() && !closed) {
                    signal.wait();
                }
                long until = System.nanoTime() + poll.toNanos();
                for (long left = poll.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
                    signal.wait(
                            left / 1_000_000, (int) (left % 1_000_000)); // who comes meanwhile waits with the others
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
    }
}
