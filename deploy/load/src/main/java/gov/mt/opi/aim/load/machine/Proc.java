package gov.mt.opi.aim.load.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux says of a process, in {@code /proc}. A process that has ended says nothing: zeros and empty lists. */
final class Proc {

    private static final Path ROOT = Path.of("/proc");
    /** Linux reports CPU time to programs in hundredths of a second. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Proc() {}

    /** CPU time that all cores spent on anybody's work since the machine started. */
    static long busyNanos() {
        return busyTicks(text(ROOT.resolve("stat"))) * NANOS_PER_TICK;
    }

    /** User, nice, system, both interrupts, and what other machines on the same cores took; not idle, not waiting. */
    static long busyTicks(String stat) {
        String[] figures =
                stat.lines().findFirst().orElse("cpu 0 0 0 0 0 0 0 0").trim().split(" +");
        long busy = 0;
        for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += Long.parseLong(figures[i]);
        }
        return busy;
    }

    static String commandLine(long pid) {
        return text(ROOT.resolve(pid + "/cmdline")).replace('\0', ' ').strip();
    }

    /** CPU time of a process, all its threads that live or lived. */
    static long cpuNanos(long pid) {
        return ticks(text(ROOT.resolve(pid + "/stat")), USER, SYSTEM) * NANOS_PER_TICK;
    }

    /** CPU time of the children of a process that have ended. */
    static long cpuNanosOfEndedChildren(long pid) {
        return ticks(text(ROOT.resolve(pid + "/stat")), CHILDREN_USER, CHILDREN_SYSTEM) * NANOS_PER_TICK;
    }

    /** CPU time of a thread, exactly. */
    static long cpuNanos(long pid, long thread) {
        String text = text(ROOT.resolve(pid + "/task/" + thread + "/schedstat"));
        return text.isEmpty() ? 0 : Long.parseLong(text.split(" ")[0]);
    }

    static String name(long pid, long thread) {
        return text(ROOT.resolve(pid + "/task/" + thread + "/comm")).strip();
    }

    static List<Long> threads(long pid) {
        List<Long> threads = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(ROOT.resolve(pid + "/task"))) {
            entries.forEach(
                    entry -> threads.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException | java.nio.file.DirectoryIteratorException ended) {
            return List.of();
        }
        return threads;
    }

    static List<Long> children(long pid) {
        String text = text(ROOT.resolve(pid + "/task/" + pid + "/children")).strip();
        List<Long> children = new ArrayList<>();
        for (String child : text.split(" ")) {
            if (!child.isEmpty()) {
                children.add(Long.parseLong(child));
            }
        }
        return children;
    }

    /** A figure of {@code /proc/<pid>/status} in bytes, such as {@code VmHWM}, the peak of resident memory. */
    static long bytes(long pid, String figure) {
        return bytes(text(ROOT.resolve(pid + "/status")), figure);
    }

    static long bytes(String status, String figure) {
        return status.lines()
                .filter(line -> line.startsWith(figure + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** The sum of two figures of a stat line, counted after the name in parentheses, which may hold anything. */
    static long ticks(String stat, int first, int second) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] figures = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(figures[first]) + Long.parseLong(figures[second]);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}
