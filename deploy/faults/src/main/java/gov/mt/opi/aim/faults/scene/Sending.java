package gov.mt.opi.aim.faults.scene;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The files of a trial: sent one after the other while the trial goes on, and what intake answers about them. */
public final class Sending implements AutoCloseable {

    private static final Duration SENDING_WAIT = Duration.ofMinutes(5);
    private static final int TOO_SOON = 425;

    private final Api opi;
    private final Workload work;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sender");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> sending = new ArrayList<>();
    private final List<SentFile> files = new CopyOnWriteArrayList<>();
    private final List<Submission> submissions = new CopyOnWriteArrayList<>();

    Sending(Api opi, Workload work) {
        this.opi = opi;
        this.work = work;
    }

    /** Begins to send waves, one after the other, while the caller goes on. */
    public void begin(int... waves) {
        for (int wave : waves) {
            begin(work.wave(wave));
        }
    }

    /** Begins to send files, one after the other, behind those that are being sent. */
    public void begin(List<SentFile> wave) {
        files.addAll(wave);
        sending.add(sender.submit(() -> {
            for (SentFile file : wave) {
                deliver(file, "");
            }
            return null;
        }));
    }

    /** Sends files and waits until each of their lines has its outcome. */
    public void finish(List<SentFile> wave) throws IOException, InterruptedException {
        begin(wave);
        awaitSettled();
    }

    /** Waits until all files are taken and each of their lines has its outcome. */
    public void awaitSettled() throws IOException, InterruptedException {
        awaitSent();
        long deadline = System.nanoTime() + SENDING_WAIT.toNanos();
        while (pending() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IOException(pending() + " lines wait for their outcome");
            }
            Thread.sleep(50);
        }
    }

    /**
     * Sends a file until it is taken, as any program of a district would: trouble is no reason to give up, and a repetition
     * finds what the first attempt left.
     *
     * @param options more query parameters, or empty
     */
    public Submission deliver(SentFile file, String options) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SENDING_WAIT.toNanos();
        while (true) {
            int status;
            try {
                Api.Answer answer = attempt(file, options);
                status = answer.status();
                if (status == 202 || status == 200) {
                    return taken(file, answer.body());
                }
                if (status < 500 && status != TOO_SOON) {
                    throw new IllegalStateException(file.name() + " was answered " + status + ": " + answer.body());
                }
            } catch (IOException away) {
                status = 0;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(file.name() + " is not taken; the last answer was " + status);
            }
            Thread.sleep(100);
        }
    }

    /** Sends a file once. */
    public Api.Answer attempt(SentFile file, String options) throws IOException, InterruptedException {
        return opi.submit(file.name(), file.bytes(), "&adoptStateIds=true" + options);
    }

    /** Remembers a submission of a file, once however often it is answered. */
    public synchronized Submission taken(SentFile file, JsonNode answer) {
        Submission submission = new Submission(answer.path("id").asText(), file);
        if (submissions.stream().noneMatch(known -> known.id().equals(submission.id()))) {
            submissions.add(submission);
        }
        return submission;
    }

    /** Waits until all files are taken. */
    public void awaitSent() throws IOException, InterruptedException {
        for (Future<?> part : sending) {
            try {
                part.get();
            } catch (ExecutionException e) {
                throw new IOException(
                        "a file could not be sent: " + e.getCause().getMessage(), e);
            }
        }
    }

    /** Data lines of all files that are sent. */
    public long records() {
        return files.stream().mapToLong(SentFile::records).sum();
    }

    /** Forgets all submissions but the first: intake does not know the others any more. */
    public synchronized void forgetAfter(int first) {
        submissions.subList(first, submissions.size()).clear();
    }

    public List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /** The submission as intake answers it. */
    public JsonNode asked(Submission submission) throws IOException, InterruptedException {
        return opi.get(Service.INTAKE, "/api/v1/submissions/" + submission.id());
    }

    /** How many submissions intake lists of the district of a file. */
    public int known(SentFile file) throws IOException, InterruptedException {
        return opi.get(Service.INTAKE, "/api/v1/submissions?size=1&districtNumber=" + file.district())
                .path("total")
                .asInt();
    }

    /** How many lines of what was taken wait for their outcome. */
    public long pending() throws IOException, InterruptedException {
        long pending = 0;
        for (Submission submission : submissions) {
            JsonNode answer = asked(submission);
            pending += answer.path("status").asText().equals("COMPLETED")
                    ? 0
                    : Math.max(1, answer.path("records").path("pending").asLong());
        }
        return pending;
    }

    /**
     * How many events the files bring to a topic: things of the view come from the first file that tells them; what only
     * repeats them has none.
     */
    long expected(Topic topic) {
        if (topic == Topic.RECORD_HELD) {
            return files.stream().mapToLong(SentFile::held).sum();
        }
        String type =
                switch (topic) {
                    case STATE_STUDENT -> "SD";
                    case STATE_ENROLLMENT -> "EN";
                    case STATE_PROGRAM_PARTICIPATION -> "PP";
                    case STATE_TEST_WINDOW_ATTENDANCE -> "AT";
                    default -> "";
                };
        return type.isEmpty()
                ? records()
                : files.stream()
                        .flatMap(file -> file.lines().stream())
                        .filter(line -> line.startsWith(type))
                        .map(line -> line.split("\t", 6)[type.equals("SD") ? 2 : 0] + line)
                        .distinct()
                        .count();
    }

    /** Whether nothing more will come: what was rejected or changed nothing has no event on some topics. */
    boolean isOver() throws InterruptedException {
        try {
            return sending.stream().allMatch(Future::isDone) && pending() == 0;
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
