package gov.mt.opi.aim.load.machine;

import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time in nanoseconds, of processes and of the kinds of their threads.
 *
 * @param machine of everything on the machine
 * @param processes by name of the process
 * @param threads by name of the process and kind of thread, {@code process/kind}
 */
public record Usage(long machine, Map<String, Long> processes, Map<String, Long> threads) {

    /** What was used between two moments. */
    public Usage since(Usage before) {
        return new Usage(
                machine - before.machine, difference(processes, before.processes), difference(threads, before.threads));
    }

    /** All processes together, in seconds. */
    public double seconds() {
        return processes.values().stream().mapToLong(Long::longValue).sum() / 1e9;
    }

    /** Everything on the machine that does not belong to the run, in seconds. */
    public double secondsOfOthers() {
        return Math.max(0, machine / 1e9 - seconds());
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> difference = new TreeMap<>();
        now.forEach((name, nanos) -> difference.put(name, nanos - before.getOrDefault(name, 0L)));
        return difference;
    }
}
