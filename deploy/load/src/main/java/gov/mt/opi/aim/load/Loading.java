package gov.mt.opi.aim.load;

import gov.mt.opi.aim.backing.Topics;
import gov.mt.opi.aim.load.machine.Machine;
import gov.mt.opi.aim.load.machine.Statements;
import gov.mt.opi.aim.load.machine.Usage;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loads states into a running system, one after the other, and measures each. Nothing is told of a load that came out wrong. */
final class Loading implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration COUNT_PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 200;
    /** Far from the end each look costs who is measured some CPU and tells nobody anything. */
    private static final long FAR_MILLIS = 800;

    private static final int LOOKS_BETWEEN_CHECKS = 40;
    private static final int DISTRICTS_LOOKED_AT = 10;

    private final RunningAim aim;
    private final Api api;
    private final Machine machine;
    private final Statements statements;
    private final Lag lag;
    private final int uploads;
    private final Counts counts = new Counts();
    private int submissions;
    private final List<String> known = new ArrayList<>();

    Loading(RunningAim aim, Ports ports, Machine machine, Statements statements, String jdbcUrl, int uploads) {
        this.aim = aim;
        this.api = aim.as("opi");
        this.machine = machine;
        this.statements = statements;
        this.lag = new Lag("127.0.0.1:" + ports.broker(), Topics.PARTITIONS, jdbcUrl);
        this.uploads = uploads;
    }

    /** Loads students whom the state does not know yet. */
    Load fresh(String name, StateFiles state) throws IOException, InterruptedException {
        counts.add(state.expected());
        Load load = load(name, state);
        if (known.isEmpty()) {
            for (int district = 1; district <= DISTRICTS_LOOKED_AT; district++) {
                api.get(Service.STATE_STORE, "/api/v1/students?size=100&districtNumber=" + district)
                        .path("items")
                        .forEach(student -> known.add(student.path("stateId").asText()));
            }
        }
        return load;
    }

    /** Loads a state again that was loaded before. */
    Load again(String name, StateFiles state, StateFiles before) throws IOException, InterruptedException {
        counts.replace(before.expected(), state.expected());
        return load(name, state);
    }

    private Load load(String name, StateFiles state) throws IOException, InterruptedException {
        Submissions sent = new Submissions(api);
        Map<String, Stages.Stage> stagesBefore = stages();
        Map<String, Double> statementsBefore = statements.millis();
        Usage before = machine.usage();
        Probes probes = new Probes(api, sent::ids, List.copyOf(known)).start();
        try {
            long begin = System.nanoTime();
            sent.send(state.paths(), uploads);
            double sentSeconds = seconds(begin);
            submissions += state.paths().size();
            await(
                    "submissions that are not completed",
                    this::notCompleted,
                    state.paths().size() / 2);
            double completedSeconds = seconds(begin);
            await("messages that reporting has not read", lag::ofReporting);
            awaitCounts();
            double countedSeconds = seconds(begin);
            probes.end();
            await("messages that somebody has not read", lag::ofAll);
            double quietSeconds = seconds(begin);
            Usage usage = machine.usage().since(before);
            Map<String, Double> inStatements = new TreeMap<>();
            statements
                    .millis()
                    .forEach((statement, millis) ->
                            inStatements.put(statement, millis - statementsBefore.getOrDefault(statement, 0.0)));
            sent.check(state);
            Map<String, Stages.Stage> stages = new TreeMap<>();
            stages().forEach((stage, now) ->
                    stages.put(stage, now.minus(stagesBefore.getOrDefault(stage, new Stages.Stage(0, 0)))));
            return new Load(
                    name,
                    state.records(),
                    sentSeconds,
                    completedSeconds,
                    countedSeconds,
                    quietSeconds,
                    usage,
                    stages,
                    inStatements,
                    known.isEmpty() ? Map.of() : probes.times());
        } finally {
            probes.end();
        }
    }

    /** One file on an idle system: nanoseconds from the upload to COMPLETED. */
    long single(StateFiles state, Path file) throws IOException, InterruptedException {
        Submissions sent = new Submissions(api);
        long begin = System.nanoTime();
        String id = sent.send(file);
        while (!sent.get(id).path("status").asText().equals("COMPLETED")) {
            Thread.sleep(5);
        }
        long nanos = System.nanoTime() - begin;
        submissions++;
        List<String> differences = new ArrayList<>();
        Submissions.compare(sent.get(id), state.expected(file), differences);
        if (!differences.isEmpty()) {
            throw new WrongCount("a single file", differences);
        }
        return nanos;
    }

    /** Waits until nobody has anything left to do. */
    void awaitQuiet() throws IOException, InterruptedException {
        await("messages that somebody has not read", lag::ofAll);
    }

    private Map<String, Stages.Stage> stages() throws IOException, InterruptedException {
        Map<String, Stages.Stage> all = new TreeMap<>();
        for (Service service : Service.values()) {
            Stages.of(aim.address(service)).forEach((name, stage) -> all.put(service.module() + ": " + name, stage));
        }
        return all;
    }

    private long notCompleted() throws IOException, InterruptedException {
        return submissions - Submissions.completed(api);
    }

    private interface Rest {
        long count() throws IOException, InterruptedException;
    }

    private void await(String what, Rest rest) throws IOException, InterruptedException {
        await(what, rest, Long.MAX_VALUE);
    }

    /**
     * Waits until nothing is left.
     *
     * @param far above this count it looks less often
     */
    private void await(String what, Rest rest, long far) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long count = rest.count();
        for (int looks = 1; count != 0; looks++) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "after " + PATIENCE.toMinutes() + " minutes there are still " + count + " " + what);
            }
            if (looks % LOOKS_BETWEEN_CHECKS == 0) {
                aim.requireAlive();
            }
            Thread.sleep(count > far ? FAR_MILLIS : LOOK_MILLIS);
            count = rest.count();
        }
    }

    private void awaitCounts() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + COUNT_PATIENCE.toNanos();
        List<String> differences = counts.differences(api);
        while (!differences.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new WrongCount("members", differences);
            }
            Thread.sleep(LOOK_MILLIS);
            differences = counts.differences(api);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        lag.close();
    }
}
