package gov.mt.opi.aim.intake.publishing;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.intake.file.FileFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A publishing queue and a topic in memory. */
public final class PublishingScene implements PublishingQueue, SubmittedRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Claim> waiting = new ArrayList<>();
    private final List<RecordSubmitted> published = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int leaseLostAfter = Integer.MAX_VALUE;
    private boolean done;

    /** Publishing that was never started. */
    public static Publishing idle(FileFolder folder) {
        PublishingScene scene = new PublishingScene();
        return new Publishing(folder, scene, scene, config(10));
    }

    static PublishingConfig config(int chunkLines) {
        return new PublishingConfig() {
            @Override
            public int chunkLines() {
                return chunkLines;
            }

            @Override
            public Duration lease() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration retryAfter() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration poll() {
                return Duration.ofMillis(5);
            }
        };
    }

    /** Publishes one claim to its end. */
    void publish(FileFolder folder, Claim claim, int chunkLines) throws InterruptedException {
        waiting.add(claim);
        try (Publishing publishing = new Publishing(folder, this, this, config(chunkLines))) {
            publishing.start();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            synchronized (this) {
                while (!done && System.nanoTime() < deadline) {
                    wait(100);
                }
            }
        }
    }

    void loseLeaseAfter(int ordinal) {
        leaseLostAfter = ordinal;
    }

    List<RecordSubmitted> published() {
        return published;
    }

    List<Integer> progress() {
        return progress;
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public synchronized Optional<Claim> claim() {
        if (waiting.isEmpty()) {
            done |= !progress.isEmpty() || !failures.isEmpty();
            notifyAll();
            return Optional.empty();
        }
        return Optional.of(waiting.remove(0));
    }

    @Override
    public synchronized boolean progress(Claim claim, int publishedOrdinal) {
        progress.add(publishedOrdinal);
        return publishedOrdinal < leaseLostAfter;
    }

    @Override
    public synchronized void failed(Claim claim, String why) {
        failures.add(why);
    }

    @Override
    public void release(Claim claim) {
        // nothing is kept between two claims of a test
    }

    @Override
    public void publish(List<RecordSubmitted> lines) {
        published.addAll(lines);
    }
}
