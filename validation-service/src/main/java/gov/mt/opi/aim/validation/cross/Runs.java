package gov.mt.opi.aim.validation.cross;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Records that belong together, in a list in which they stand together. */
public final class Runs {

    /** Most line numbers that a finding lists. */
    private static final int LISTED_MAX = 20;

    private Runs() {}

    /** Does something with every run of records that the comparison takes for equal. */
    public static <G extends Gist> void of(List<G> sorted, Comparator<? super G> by, Consumer<List<G>> with) {
        ofAtLeast(1, sorted, by, with);
    }

    /** Does something with every such run of two or more. */
    public static <G extends Gist> void ofSeveral(List<G> sorted, Comparator<? super G> by, Consumer<List<G>> with) {
        ofAtLeast(2, sorted, by, with);
    }

    private static <G extends Gist> void ofAtLeast(
            int least, List<G> sorted, Comparator<? super G> by, Consumer<List<G>> with) {
        int from = 0;
        while (from < sorted.size()) {
            G first = sorted.get(from);
            int to = from + 1;
            while (to < sorted.size() && by.compare(first, sorted.get(to)) == 0) {
                to++;
            }
            if (to - from >= least) {
                with.accept(sorted.subList(from, to));
            }
            from = to;
        }
    }

    /** Where records stand, in words: lines 2, 7 and 12. */
    public static String lines(List<? extends Gist> records) {
        List<String> numbers = records.stream()
                .map(Gist::line)
                .sorted()
                .limit(LISTED_MAX)
                .map(String::valueOf)
                .toList();
        int last = numbers.size() - 1;
        return records.size() > LISTED_MAX
                ? numbers.stream().collect(Collectors.joining(", ", "lines ", " and more"))
                : "lines " + String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }

    /** Where two records stand, in words. */
    public static String lines(Gist one, Gist other) {
        return "lines " + Math.min(one.line(), other.line()) + " and " + Math.max(one.line(), other.line());
    }

    /** Where a record stands, in words. */
    public static String line(Gist one) {
        return "line " + one.line();
    }
}
