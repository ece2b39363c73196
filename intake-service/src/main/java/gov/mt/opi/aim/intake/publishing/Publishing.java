package gov.mt.opi.aim.intake.publishing;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.LineReader;
import gov.mt.opi.aim.intake.rejected.AddedColumns;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One thread that publishes the lines of one file after the other. A file is read in chunks, and nothing but the chunk is
 * held; after a crash the lines of the chunk under way go out again with the same ids.
 */
public final class Publishing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Publishing.class);
    /** A chunk ends early when its text is this long, in characters, so that long lines do not add up. */
    private static final long CHUNK_TEXT_MAX = 4_000_000;

    private final FileFolder folder;
    private final PublishingQueue queue;
    private final SubmittedRecords records;
    private final int chunkLines;
    private final Duration poll;
    private final Thread thread;
    private final Object signal = new Object();
    private boolean work;
    private volatile boolean closed;

    /** Publishing, not started yet. */
    public Publishing(FileFolder folder, PublishingQueue queue, SubmittedRecords records, PublishingConfig config) {
        this.folder = folder;
        this.queue = queue;
        this.records = records;
        this.chunkLines = config.chunkLines();
        this.poll = config.poll();
        this.thread = new Thread(this::run, "publishing");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Tells that there is something to publish. */
    public void wake() {
        synchronized (signal) {
            work = true;
            signal.notifyAll();
        }
    }

    /** Ends after the chunk under way; what is left is published after the next start, or by another instance. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                Optional<Claim> claim = queue.claim();
                if (claim.isPresent()) {
                    publish(claim.get());
                } else {
                    rest();
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.errorf(
                            "publishing failed (%s), trying again", e.getClass().getName());
                    rest();
                }
            }
        }
    }

    private void publish(Claim claim) {
        try {
            read(claim);
        } catch (NoSuchFileException gone) {
            fail(claim, "The stored file is gone.");
        } catch (IOException unreadable) {
            fail(claim, "The stored file cannot be read.");
        } catch (RuntimeException bug) {
            if (!closed) {
                fail(claim, "The file could not be published (" + bug.getClass().getSimpleName() + ").");
            }
        }
    }

    private void read(Claim claim) throws IOException {
        try (LineReader file = folder.lines(claim.submissionId())) {
            file.next(); // the header
            List<RecordSubmitted> chunk = new ArrayList<>(Math.min(chunkLines, claim.lines()));
            long text = 0;
            int ordinal = 0;
            while (file.next()) {
                if (file.isBlank() || ++ordinal <= claim.publishedOrdinal()) {
                    continue;
                }
                RecordSubmitted event =
                        claim.event(file.number(), ordinal, AddedColumns.strip(file.text(claim.encoding())));
                chunk.add(event);
                text += event.record().length();
                if (ordinal == claim.lines() || chunk.size() >= chunkLines || text >= CHUNK_TEXT_MAX) {
                    records.publish(chunk);
                    if (!queue.progress(claim, ordinal)) {
                        LOG.infof("submission %s was taken over by another instance", claim.submissionId());
                        return;
                    }
                    if (ordinal == claim.lines()) {
                        return;
                    }
                    if (closed) {
                        queue.release(claim);
                        return;
                    }
                    chunk.clear();
                    text = 0;
                }
            }
            fail(claim, "The stored file is not as long as it was at receipt.");
        }
    }

    private void fail(Claim claim, String why) {
        LOG.errorf("submission %s: %s", claim.submissionId(), why);
        queue.failed(claim, why);
    }

    private void rest() {
        synchronized (signal) {
            if (!work && !closed) {
                try {
                    signal.wait(poll.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            work = false;
        }
    }
}
