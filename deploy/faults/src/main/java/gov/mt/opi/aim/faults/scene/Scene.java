package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.RunningAim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** One trial while it is played: the running system, and what was noticed on the way. */
public final class Scene implements AutoCloseable {

    private static final Duration PART_WAIT = Duration.ofMinutes(2);
    private static final int LOOKS = 100;

    private final RunningAim aim;
    private final Workload work;
    private final Random dice;
    private final TopicWatch topics;
    private final Api opi;
    private final Sending sending;
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
        this.sending = new Sending(opi, work);
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

    /** The files that are sent. */
    public Sending sending() {
        return sending;
    }

    /** Makes districts, schools and calendars known. */
    public void loadRegistry() throws IOException, InterruptedException {
        for (Map.Entry<String, String> part : work.registry().entrySet()) {
            opi.loadRegistry(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Waits until a part of what a topic will get is there, so that a fault strikes in the middle.
     *
     * @param part from 0 to 1
     */
    public void awaitPart(Topic topic, double part) throws IOException, InterruptedException {
        long wanted = (long) (part * sending.expected(topic));
        long deadline = System.nanoTime() + PART_WAIT.toNanos();
        for (int looks = 1; topics.grown(topic) < wanted && System.nanoTime() < deadline; looks++) {
            if (looks % LOOKS == 0 && sending.isOver()) {
                return;
            }
            Thread.sleep(2);
        }
    }

    /** Notes how far the topics are, for the table. */
    public void struck(String how) throws IOException, InterruptedException {
        long all = sending.records();
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

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        sending.close();
        topics.close();
        poison.close();
    }
}
