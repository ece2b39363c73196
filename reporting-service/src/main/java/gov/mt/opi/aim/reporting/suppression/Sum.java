package gov.mt.opi.aim.reporting.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader of a table knows: the parts add up to the total. */
final class Sum {

    private static final Comparator<Cell> SMALLEST =
            Comparator.<Cell>comparingLong(cell -> cell.count).thenComparing(cell -> String.join("\u0001", cell.key));

    final Cell total;
    /** Whether it is the answer's own: all rows, and the total that stands beside them. */
    private final boolean isAnswer;
    /** Parts that anybody is in; a zero hides nobody and tells nothing. */
    final List<Cell> parts = new ArrayList<>();

    Sum(Cell total, boolean isAnswer) {
        this.total = total;
        this.isAnswer = isAnswer;
    }

    Stream<Cell> hidden() {
        return Stream.concat(parts.stream(), Stream.of(total)).filter(cell -> cell.hidden);
    }

    /** True when this sum alone gives a hidden cell away. */
    boolean givesAway(int threshold) {
        long hidden = hidden().count();
        if (hidden == 0) {
            return false;
        }
        if (hidden == 1) {
            return true;
        }
        if (total.hidden) {
            return false;
        }
        // Several hidden parts with a known sum: at the ends of what is possible there is only one way to share it out.
        long sum = parts.stream()
                .filter(cell -> cell.hidden)
                .mapToLong(cell -> cell.count)
                .sum();
        boolean allSmall = parts.stream().filter(cell -> cell.hidden).allMatch(cell -> cell.small);
        return sum == hidden || allSmall && sum == hidden * (threshold - 1L);
    }

    /**
     * The cell to hide next: the smallest part that is still shown; the total of the answer where only two parts exist,
     * or when all parts are hidden.
     */
    Optional<Cell> next() {
        if (isAnswer && parts.size() <= 2 && !total.hidden) {
            return Optional.of(total);
        }
        Optional<Cell> part = smallestShown();
        return part.isPresent() || total.hidden || !isAnswer ? part : Optional.of(total);
    }

    /** The smallest part that is still shown. One that is alone in another sum would be known from that one's total. */
    Optional<Cell> smallestShown() {
        List<Cell> shown =
                parts.stream().filter(cell -> !cell.hidden && cell.isRow()).toList();
        Optional<Cell> among = shown.stream().filter(cell -> !cell.alone).min(SMALLEST);
        return among.isPresent() ? among : shown.stream().min(SMALLEST);
    }
}
