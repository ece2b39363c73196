package gov.mt.opi.aim.faults;

import java.util.List;

/**
 * How a trial ended.
 *
 * @param seed its seed
 * @param fault its fault
 * @param lines data lines that were sent
 * @param notes when the fault struck, and what else is worth a word
 * @param settledSeconds from the end of the fault until all was as it must be, or was given up
 * @param differences what is not as it must be; empty when all is well
 */
record TrialResult(
        long seed, Fault fault, long lines, List<String> notes, double settledSeconds, List<String> differences) {

    boolean isGood() {
        return differences.isEmpty();
    }

    static String head() {
        return String.format("%8s  %-24s %7s %9s  %-6s  %s", "seed", "fault", "lines", "settled", "oracle", "notes");
    }

    String row() {
        return String.format(
                "%8d  %-24s %7d %7.1f s  %-6s  %s",
                seed, fault.name(), lines, settledSeconds, isGood() ? "OK" : "DIFFERS", String.join("; ", notes));
    }
}
