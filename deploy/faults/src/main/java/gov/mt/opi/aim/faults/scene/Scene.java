package gov.mt.opi.aim.faults.scene;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One trial while it is played: the running system, the files that are sent, and what was noticed on the way. */
public final class Scene implements AutoCloseable {

    private static final Duration SENDING_WAIT = Duration.ofMinutes(5);
    private static final Duration PART_WAIT = Duration.ofMinutes(2);
    private static final int TOO_SOON = 425;
    private static final int LOOKS = 100;

    private final RunningAim aim;
    private final Workload work;
    private final Random dice;
    private final TopicWatch topics;
    private final Api opi;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sender");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> sending = new ArrayList<>();
    private final List<SentFile> files = new CopyOnWriteArrayList<>();
    private final List<Submission> submissions = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Poison poison;
    private volatile boolean ordered = true;

    /** @param dice decides when and how often a fault strikes; the same seed strikes the same way */
    public Scene(RunningAim aim, Workload work, Random dice) throws IOException, InterruptedException {
        this.aim = aim;
        this.work = work;
        this.dice = dice;
        this.topics = new TopicWatch(aim.servers().bootstrapServers());
        this.opi = aim.as("opi");
        this.poison = new Poison(aim.servers().bootstrapServers());
    }

    public RunningAim aim() {
        return aim;
    }

    public Workload work() {
        return work;
    }

    public Random dice() {
        return dice;
    }

    public TopicWatch topics() {
        return topics;
    }

    public Poison poison() {
        return poison;
    }

    /** Makes districts, schools and calendars known. */
    public void loadRegistry() throws IOException, InterruptedException {
        for (Map.Entry<String, String> part : work.registry().entrySet()) {
            opi.loadRegistry(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
        }
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

    /**
     * Waits until a part of what a topic will get is there, so that a fault strikes in the middle.
     *
     * @param part from 0 to 1
     */
    public void awaitPart(Topic topic, double part) throws IOException, InterruptedException {
        long wanted = (long) (part * expected(topic));
        long deadline = System.nanoTime() + PART_WAIT.toNanos();
        for (int looks = 1; topics.grown(topic) < wanted && System.nanoTime() < deadline; looks++) {
            if (looks % LOOKS == 0 && isOver()) {
                return;
            }
            Thread.sleep(2);
        }
    }

    /** Whether nothing more will come: what was rejected or changed nothing has no event on some topics. */
    private boolean isOver() throws InterruptedException {
        try {
            return sending.stream().allMatch(Future::isDone) && pending() == 0;
        } catch (IOException away) {
            return false;
        }
    }

    /** Notes how far the topics are, for the table. */
    public void struck(String how) throws IOException, InterruptedException {
        long all = records();
        notes.add(String.format(
                "%s at %d/%d/%d %% submitted/accepted/outcome",
                how,
                topics.grown(Topic.RECORD_SUBMITTED) * 100 / all,
                topics.grown(Topic.RECORD_ACCEPTED) * 100 / all,
                topics.grown(Topic.RECORD_OUTCOME) * 100 / all));
    }

    /** Something for the table. */
    public void note(String what) {
        notes.add(what);
    }

    /** Says what is wrong unless something holds. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(otherwise);
        }
    }

    /**
     * Says that lines reach the state-store in another order than they were sent in: how many of those that depend on others
     * are then rejected is not known beforehand.
     */
    public void disorder() {
        ordered = false;
    }

    /** Whether exactly those lines must be rejected that would be if nothing had gone wrong. */
    public boolean isOrdered() {
        return ordered;
    }

    /** A pause of up to some milliseconds. */
    public void pause(int millisMax) throws InterruptedException {
        Thread.sleep(dice.nextInt(millisMax + 1));
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

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
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

    /** Things of the view come from the first file that tells them; what only repeats them has no event. */
    private long expected(Topic topic) {
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

    @Override
    public void close() {
        sender.shutdownNow();
        topics.close();
        poison.close();
    }
}
