package gov.mt.opi.aim.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a state knows of one child after the lines that it was sent, by the rules that made-up lines can meet. */
final class KnownChild {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    /**
     * A line.
     *
     * @param cells its fields, as they should be
     * @param wrong true when it was sent otherwise
     */
    record Line(String[] cells, boolean wrong) {

        private boolean isStudent() {
            return cells[0].equals("SD");
        }

        /** What the record is about. */
        private String key() {
            return switch (cells[0]) {
                case "EN" -> String.join("/", "EN", cells[1], cells[2], cells[8]);
                default -> String.join("/", cells[0], cells[1], cells[2]);
            };
        }

        /** What is kept of it: names in PP and AT are only compared. */
        private String content() {
            String[] kept = cells.clone();
            if (cells[0].equals("PP")) {
                kept[4] = kept[5] = "";
            } else if (cells[0].equals("AT")) {
                kept[5] = kept[6] = "";
            }
            return String.join("\t", kept);
        }
    }

    private String lastName = "";
    private final Map<String, String> records = new HashMap<>();
    private final Map<String, String[]> enrollments = new HashMap<>();

    /**
     * Takes in the lines of a file about this child.
     *
     * @param shared true when another district sends the child at the same time
     */
    Expectation.Sent read(List<Line> lines, boolean shared) {
        int wrong = (int) lines.stream().filter(Line::wrong).count();
        if (lines.stream().filter(Line::isStudent).allMatch(Line::wrong)) {
            // Whatever depends on a student record of the file that was rejected is rejected with it (XF-012).
            return new Expectation.Sent(wrong, lines.size(), 0, 0, 0);
        }
        int[] counts = new int[Fate.values().length];
        Set<String> names = new HashSet<>();
        for (String type : List.of("SD", "EN", "PP", "AT")) {
            for (Line line : lines) {
                if (line.cells[0].equals(type)) {
                    boolean undecided = line.isStudent() && (shared || !names.add(line.cells[4]));
                    Fate fate = line.wrong ? Fate.REJECTED : line.isStudent() ? student(line) : record(line);
                    counts[(undecided && fate != Fate.REJECTED ? Fate.OPEN : fate).ordinal()]++;
                }
            }
        }
        return new Expectation.Sent(wrong, counts[0], counts[1], counts[2], counts[3]);
    }

    /** Adds this child to the members of a day, by district, grade and lunch. */
    void count(LocalDate day, Map<String, Long> members) {
        for (String[] cells : enrollments.values()) {
            if (cells[7].equals("P") && covers(cells, day)) {
                String program = records.get(String.join("/", "PP", cells[1], cells[2]));
                String lunch = program == null ? "N" : program.split("\t", -1)[8];
                members.merge(String.join(",", cells[1], cells[13], lunch), 1L, Long::sum);
            }
        }
    }

    private enum Fate {
        REJECTED,
        ACCEPTED,
        UNCHANGED,
        OPEN
    }

    private Fate student(Line line) {
        boolean same = line.cells[4].equals(lastName);
        lastName = line.cells[4];
        return same ? Fate.UNCHANGED : Fate.ACCEPTED;
    }

    private Fate record(Line line) {
        if (line.content().equals(records.get(line.key()))) {
            return Fate.UNCHANGED;
        }
        if (!line.cells[0].equals("EN") && !isEnrolled(line)) {
            return Fate.REJECTED;
        }
        records.put(line.key(), line.content());
        if (line.cells[0].equals("EN")) {
            enrollments.put(line.key(), line.cells);
        }
        return Fate.ACCEPTED;
    }

    /** Programs need an enrollment at the school (XS-031), attendance one on the day of the test (XS-032). */
    private boolean isEnrolled(Line line) {
        return enrollments.values().stream()
                .anyMatch(cells -> cells[1].equals(line.cells[1])
                        && cells[2].equals(line.cells[2])
                        && (line.cells[0].equals("PP") || covers(cells, Child.TEST_DAY)));
    }

    private static boolean covers(String[] enrollment, LocalDate day) {
        return !LocalDate.parse(enrollment[8], DATE).isAfter(day)
                && (enrollment[10].isEmpty()
                        || !LocalDate.parse(enrollment[10], DATE).isBefore(day));
    }
}
