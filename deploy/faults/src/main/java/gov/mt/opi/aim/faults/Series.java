package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.local.Folder;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.RunningAim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trials in a row on one system. One that was left in disorder is put aside with its data and logs, and the next trial has a
 * fresh one.
 */
final class Series implements AutoCloseable {

    private final Path home;
    private final Path root;
    private final Ports ports;
    private final int students;
    private final Duration patience;
    private final Consumer<String> out;
    private final List<TrialResult> results = new ArrayList<>();
    private RunningAim aim;
    private int systems;
    private int trials;

    /**
     * A series.
     *
     * @param home root of the project, where the packaged services are
     * @param root where data and logs go
     * @param students how many students the files of a trial tell of
     * @param patience how long to wait for the system to settle
     * @param out gets the rows of the table and what differs
     */
    Series(Path home, Path root, Ports ports, int students, Duration patience, Consumer<String> out) {
        this.home = home;
        this.root = root;
        this.ports = ports;
        this.students = students;
        this.patience = patience;
        this.out = out;
    }

    TrialResult play(long seed, Fault fault) throws IOException, InterruptedException {
        start();
        TrialResult result = new Trial(seed, fault, students, patience).play(aim, trials++);
        results.add(result);
        out.accept(result.row());
        result.differences().stream().limit(10).forEach(difference -> out.accept("          " + difference));
        if (!result.isGood()) {
            out.accept("          logs: " + root.resolve("system-" + systems).resolve("logs"));
            close();
        }
        return result;
    }

    List<TrialResult> results() {
        return List.copyOf(results);
    }

    private void start() throws IOException, InterruptedException {
        if (aim == null) {
            systems++;
            trials = 0;
            Folder folder = new Folder(root.resolve("system-" + systems));
            folder.forget();
            aim = new RunningAim(home, folder, ports, step -> {});
            aim.start();
        }
    }

    @Override
    public void close() {
        if (aim != null) {
            aim.close();
            aim = null;
        }
    }
}
