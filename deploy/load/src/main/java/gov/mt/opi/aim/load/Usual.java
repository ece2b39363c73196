package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.Plan;
import gov.mt.opi.aim.load.machine.Percentiles;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The usual run: a state cold, other children of the same districts warm, the first state again with changes, single files,
 * and the floor with the files of the warm load.
 */
final class Usual {

    private static final int SMALL_FILES = 10;
    private static final int SMALL_RECORDS = 70;
    private static final int PAGE_MILLIS = 100;

    private final Benchmark benchmark;
    private final Settings settings;

    Usual(Benchmark benchmark, Settings settings) {
        this.benchmark = benchmark;
        this.settings = settings;
    }

    Report measure() throws IOException, InterruptedException {
        Plan first = settings.plan();
        Plan changed = first.again(settings.changed());
        Plan others = first.others();
        Plan third = others.others();
        benchmark.progress("making three states of " + Figures.whole(settings.students()) + " children in the same "
                + settings.districts() + " districts");
        List<Expectation.Wave> waves = Expectation.of(first, changed);
        StateFiles cold = benchmark.files("first", first, waves.get(0));
        StateFiles again = benchmark.files("again", changed, waves.get(1));
        StateFiles warm =
                benchmark.files("others", others, Expectation.of(others).get(0));
        StateFiles single =
                benchmark.files("third", third, Expectation.of(third).get(0));
        try (Installation aim = benchmark.installation().start(first, 1, settings.uploads())) {
            Loading loading = aim.loading();
            benchmark.progress("loading the first state, " + Figures.whole(cold.records()) + " records");
            Load coldLoad = loading.fresh("cold", cold);
            FloorRun before = floor("before it is loaded", aim, warm);
            benchmark.progress(
                    "loading other children of the same districts, " + Figures.whole(warm.records()) + " records");
            Load warmLoad = loading.fresh("warm", warm);
            FloorRun floor = before.and(floor("after it was loaded", aim, warm));
            benchmark.progress("sending the first state again, changed");
            Load againLoad = loading.again("again", again, cold);
            benchmark.progress("sending single files");
            Map<String, Percentiles> singles = singles(loading, single);
            loading.awaitQuiet();
            benchmark.progress("asking for counts and snapshots");
            singles.put(Questions.CALLERS + " callers ask for membership at once", Questions.counts(aim.api()));
            singles.put("snapshot", Questions.snapshots(aim.address(Service.REPORTING)));
            List<Load> loads = List.of(coldLoad, warmLoad, againLoad);
            Report report = new Report();
            report.heading("Goals");
            report.text("The goals are for the whole of Montana, 150,000 students, on two cores.");
            report.goals(goals(floor, loads, singles));
            report.heading("Speed");
            report.text("The first state had " + files(cold)
                    + ". **cold** loads it into a system that has just started; "
                    + "**warm** loads as many other children of the same districts beside them; **again** sends the first "
                    + "state once more a week later: " + changed(again) + ", all others must be found unchanged. "
                    + "Seconds run from the first upload until every file is acknowledged, every submission is COMPLETED, "
                    + "and reporting has taken in everything and counts the right members in every district, grade and "
                    + "lunch. **F** is the floor: the median of its passes over the files of the warm load, half of them "
                    + "directly before and half of them directly after that load, by a JVM that has warmed up; they took "
                    + floor.times()
                    + ".");
            report.speeds(floor, loads);
            report.heading("CPU and memory");
            report.text(
                    "CPU until nobody has anything left to do. The peak is resident memory (VmHWM), of PostgreSQL the "
                            + "sum over its backends with the shared buffers once.");
            report.processes(loads, aim.machine().peaks());
            report.heading("Where the time of a record goes");
            report.text("CPU of all cores together, by process and kind of thread, or by whom a backend of PostgreSQL "
                    + "works for.");
            report.threads(loads);
            report.text("What the services themselves measure: time that passed in a step, on however many threads, "
                    + "waiting for others included.");
            report.stages(loads);
            report.statements(loads);
            report.heading("Pages and single files");
            report.text("One person looks at pages while a state loads; single files on an idle system take from the "
                    + "upload to COMPLETED.");
            report.pages(loads);
            report.singles(singles);
            return report;
        }
    }

    private FloorRun floor(String when, Installation aim, StateFiles warm) throws IOException, InterruptedException {
        benchmark.progress("measuring the floor with the files of the warm load, " + when);
        return FloorRun.of(warm, aim.jdbcUrl(), benchmark.log("floor.log"));
    }

    private static List<Goal> goals(FloorRun floor, List<Load> loads, Map<String, Percentiles> idle) {
        List<Goal> goals = new ArrayList<>();
        List<Double> parts = List.of(0.12, 0.25, 0.35);
        for (int i = 0; i < loads.size(); i++) {
            goals.add(Goal.atLeast(
                    loads.get(i).name() + ", part of F",
                    parts.get(i),
                    loads.get(i).speed() / floor.speed()));
        }
        loads.forEach(load -> load.pages()
                .forEach((page, times) -> goals.add(
                        Goal.atMost(load.name() + ": " + page + ", p95 in ms", PAGE_MILLIS, times.millis(0.95)))));
        List<Integer> millis = List.of(300, 2_000, 300, 5_000);
        List<String> names = List.copyOf(idle.keySet());
        for (int i = 0; i < names.size(); i++) {
            goals.add(Goal.atMost(
                    names.get(i) + ", p95 in ms",
                    millis.get(i),
                    idle.get(names.get(i)).millis(0.95)));
        }
        return goals;
    }

    private static String files(StateFiles state) throws IOException {
        int largest = state.expected().files().values().stream()
                .mapToInt(Expectation.Sent::records)
                .max()
                .orElse(0);
        return Figures.whole(state.paths().size()) + " files with " + Figures.whole(state.records()) + " records, "
                + Figures.megabytes(state.bytes()) + ", the largest with " + Figures.whole(largest) + " records, and "
                + Figures.whole(state.expected().total().wrong()) + " wrong lines";
    }

    private static String changed(StateFiles again) {
        Expectation.Sent total = again.expected().total();
        return Figures.one(100.0 * total.accepted() / total.records()) + " % of the records have changed";
    }

    private static Map<String, Percentiles> singles(Loading loading, StateFiles state)
            throws IOException, InterruptedException {
        Map<String, Percentiles> singles = new LinkedHashMap<>();
        List<Path> byCloseness = state.paths().stream()
                .sorted(Comparator.comparing(
                        (Path file) -> Math.abs(state.expected(file).records() - SMALL_RECORDS)))
                .toList();
        Percentiles small = new Percentiles();
        for (Path file : byCloseness.subList(0, Math.min(SMALL_FILES, byCloseness.size()))) {
            loading.awaitQuiet();
            small.add(loading.single(state, file));
        }
        singles.put("about " + state.expected(byCloseness.get(0)).records() + " records", small);
        Path largest = state.paths().stream()
                .max(Comparator.comparing(file -> state.expected(file).records()))
                .orElseThrow();
        loading.awaitQuiet();
        Percentiles large = new Percentiles();
        large.add(loading.single(state, largest));
        singles.put("the largest, " + Figures.whole(state.expected(largest).records()) + " records", large);
        return singles;
    }
}
