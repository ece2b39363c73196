package gov.mt.opi.aim.load;

import gov.mt.opi.aim.load.machine.Machine;
import gov.mt.opi.aim.load.machine.Percentiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was measured, as lines for the terminal and for a page. */
final class Report {

    /** Kinds of threads below this part of their process are summed up. */
    private static final double SMALL = 0.02;

    private static final int STATEMENTS = 20;
    /** What others may use without disturbing. */
    private static final double QUIET_CORES = 0.2;

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** All of it as a page, with what it was measured on. */
    List<String> page(Settings settings) {
        List<String> page = new ArrayList<>(List.of(
                "# Benchmark" + (settings.growth() ? ": growth" : settings.instances() ? ": instances" : ""),
                "",
                "Written by `./deploy/load/run`; run it to measure anew. Every outcome of every line and every count was held",
                "against what the made-up lives of the children say before any of this was printed. Machines differ and are",
                "noisy: compare ratios within one run, not figures of two.",
                "",
                "Settings: `" + settings.words() + "`. Everything on one machine: "
                        + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version")
                        + ", services with `"
                        + settings.jvm() + "`, intake and validation with a lower priority (nice) than the others."));
        page.addAll(lines);
        while (page.get(page.size() - 1).isEmpty()) {
            page.remove(page.size() - 1);
        }
        return page;
    }

    void heading(String text) {
        lines.add("");
        lines.add("## " + text);
        lines.add("");
    }

    void text(String text) {
        lines.add(text);
        lines.add("");
    }

    private void table(Table table) {
        lines.addAll(table.lines());
        lines.add("");
    }

    void goals(List<Goal> goals) {
        Table table = new Table("", "goal", "measured", "");
        goals.forEach(goal -> table.row(goal.name(), goal.wanted(), goal.found(), goal.met() ? "met" : "missed"));
        table(table);
    }

    void speeds(FloorRun floor, List<Load> loads) {
        Table table = new Table(
                "",
                "records",
                "sent",
                "completed",
                "counted",
                "records/s",
                "of F",
                "CPU µs a record",
                "cores busy",
                "by others");
        for (Load load : loads) {
            table.row(
                    load.name(),
                    Figures.whole(load.records()),
                    Figures.one(load.sentSeconds()) + " s",
                    Figures.one(load.completedSeconds()) + " s",
                    Figures.one(load.countedSeconds()) + " s",
                    Figures.whole(load.speed()),
                    Figures.two(load.speed() / floor.speed()),
                    Figures.one(load.micros()),
                    Figures.one(load.usage().seconds() / load.quietSeconds()),
                    Figures.one(load.othersCores()));
        }
        table.row(
                "floor F, " + FloorRun.THREADS + " threads",
                Figures.whole(floor.records()),
                "",
                "",
                Figures.one(floor.records() / floor.speed()) + " s",
                Figures.whole(floor.speed()),
                "1.00");
        table(table);
        disturbed(loads);
    }

    /** Loads that are compared with the first. */
    void growth(List<Load> loads) {
        Table table =
                new Table("", "records", "counted", "records/s", "of the first", "CPU µs a record", "of the first");
        Load first = loads.get(0);
        for (Load load : loads) {
            table.row(
                    load.name(),
                    Figures.whole(load.records()),
                    Figures.one(load.countedSeconds()) + " s",
                    Figures.whole(load.speed()),
                    Figures.two(load.speed() / first.speed()),
                    Figures.one(load.micros()),
                    Figures.two(load.micros() / first.micros()));
        }
        table(table);
        disturbed(loads);
    }

    /** Says when seconds mean little, because others used the machine. */
    private void disturbed(List<Load> loads) {
        if (loads.stream().anyMatch(load -> load.othersCores() > QUIET_CORES)) {
            text(
                    "**Others used this machine meanwhile**: seconds, records a second and their ratios say little; CPU a record "
                            + "still does.");
        }
    }

    /** CPU seconds of each process in each load, and its peak of memory in the whole run. */
    void processes(List<Load> loads, Map<String, Long> peaks) {
        List<String> heads = new ArrayList<>(List.of("CPU seconds"));
        loads.forEach(load -> heads.add(load.name()));
        heads.add("peak memory");
        Table table = new Table(heads.toArray(String[]::new));
        for (String process : peaks.keySet()) {
            List<Object> cells = new ArrayList<>(List.of(process));
            for (Load load : loads) {
                cells.add(Figures.one(load.usage().processes().getOrDefault(process, 0L) / 1e9));
            }
            cells.add(Figures.megabytes(peaks.get(process)));
            table.row(cells.toArray());
        }
        List<Object> all = new ArrayList<>(List.of("all"));
        loads.forEach(load -> all.add(Figures.one(load.usage().seconds())));
        table.row(all.toArray());
        table(table);
    }

    /** Where the CPU time of a record goes: processes and kinds of their threads. */
    void threads(List<Load> loads) {
        List<String> heads = new ArrayList<>(List.of("CPU µs a record"));
        loads.forEach(load -> heads.add(load.name()));
        Table table = new Table(heads.toArray(String[]::new));
        TreeSet<String> processes = new TreeSet<>();
        loads.forEach(load -> processes.addAll(load.usage().processes().keySet()));
        for (String process : processes) {
            if (!process.equals(Machine.CLIENT)) {
                row(table, loads, process, load -> load.usage().processes().getOrDefault(process, 0L));
                kinds(loads, process).forEach((kind, ofKind) -> row(table, loads, "- " + kind, ofKind));
            }
        }
        table(table);
    }

    private interface Nanos {
        long of(Load load);
    }

    private static void row(Table table, List<Load> loads, String name, Nanos nanos) {
        List<Object> cells = new ArrayList<>(List.of(name));
        loads.forEach(load -> cells.add(Figures.one(load.micros(nanos.of(load)))));
        table.row(cells.toArray());
    }

    private static Map<String, Nanos> kinds(List<Load> loads, String process) {
        TreeMap<String, Double> most = new TreeMap<>();
        for (Load load : loads) {
            load.usage().threads().forEach((thread, nanos) -> {
                if (thread.startsWith(process + "/")) {
                    double all = load.usage().processes().get(process);
                    most.merge(thread, nanos / Math.max(1, all), Math::max);
                }
            });
        }
        Map<String, Nanos> kinds = new LinkedHashMap<>();
        most.entrySet().stream()
                .filter(kind -> kind.getValue() >= SMALL)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(kind -> kinds.put(
                        kind.getKey().substring(process.length() + 1),
                        load -> load.usage().threads().getOrDefault(kind.getKey(), 0L)));
        Map<String, Nanos> shown = Map.copyOf(kinds);
        kinds.put(
                "others, and threads that ended",
                load -> load.usage().processes().getOrDefault(process, 0L)
                        - shown.values().stream()
                                .mapToLong(kind -> kind.of(load))
                                .sum());
        return kinds;
    }

    /** What the services themselves tell of their steps: waiting included. */
    void stages(List<Load> loads) {
        List<String> heads = new ArrayList<>(List.of("seconds in a step (µs a record)"));
        loads.forEach(load -> heads.add(load.name()));
        Table table = new Table(heads.toArray(String[]::new));
        TreeSet<String> stages = new TreeSet<>();
        loads.forEach(load -> stages.addAll(load.stages().keySet()));
        for (String stage : stages) {
            List<Object> cells = new ArrayList<>(List.of(stage));
            for (Load load : loads) {
                double seconds = load.stages()
                        .getOrDefault(stage, new Stages.Stage(0, 0))
                        .seconds();
                cells.add(Figures.two(seconds) + " (" + Figures.one(seconds * 1e6 / load.records()) + ")");
            }
            table.row(cells.toArray());
        }
        table(table);
    }

    /** The statements that take most of PostgreSQL's time. */
    void statements(List<Load> loads) {
        List<String> heads = new ArrayList<>(List.of("µs a record in a statement"));
        loads.forEach(load -> heads.add(load.name()));
        Table table = new Table(heads.toArray(String[]::new));
        TreeMap<String, Double> most = new TreeMap<>();
        loads.forEach(load -> load.statements()
                .forEach((statement, millis) -> most.merge(statement, millis * 1e3 / load.records(), Math::max)));
        most.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(STATEMENTS)
                .forEach(statement -> {
                    List<Object> cells =
                            new ArrayList<>(List.of("`" + statement.getKey().replace('`', ' ') + "`"));
                    loads.forEach(load -> cells.add(Figures.two(
                            load.statements().getOrDefault(statement.getKey(), 0.0) * 1e3 / load.records())));
                    table.row(cells.toArray());
                });
        List<Object> all = new ArrayList<>(List.of("all statements"));
        loads.forEach(load -> all.add(Figures.two(load.statements().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                * 1e3
                / load.records())));
        table.row(all.toArray());
        table(table);
    }

    void pages(List<Load> loads) {
        Table table = new Table("milliseconds, while it loads", "calls", "p50", "p95", "max");
        for (Load load : loads) {
            load.pages().forEach((page, times) -> table.row(cells(load.name() + ": " + page, times)));
        }
        table(table);
    }

    void singles(Map<String, Percentiles> singles) {
        Table table = new Table("milliseconds, idle system", "files", "p50", "p95", "max");
        singles.forEach((file, times) -> table.row(cells(file, times)));
        table(table);
    }

    private static Object[] cells(String name, Percentiles times) {
        return new Object[] {
            name,
            times.count(),
            Figures.one(times.millis(0.5)),
            Figures.one(times.millis(0.95)),
            Figures.one(times.millis(1))
        };
    }
}
