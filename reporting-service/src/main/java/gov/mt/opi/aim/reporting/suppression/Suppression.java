package gov.mt.opi.aim.reporting.suppression;

import gov.mt.opi.aim.reporting.report.Counts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hides the small cells of a table, and as many others as it takes that nobody can work a hidden one out.
 *
 * <p>A reader is taken to know every total of the table over any of its dimensions, whether this answer shows it or the
 * one with fewer dimensions does, and to know this algorithm. It is deterministic: the same slice always hides the same
 * cells.
 */
public final class Suppression {

    private final int threshold;

    /** @param threshold counts from 1 to one less are hidden; 1 hides nothing */
    public Suppression(int threshold) {
        this.threshold = threshold;
    }

    /** True for a count that is hidden for itself. */
    boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    /** Counts as the public sees them. */
    public Published published(Counts counts) {
        Map<List<String>, Long> rows = new LinkedHashMap<>();
        counts.rows().forEach(row -> rows.put(row.values(), row.students()));
        if (rows.isEmpty()) {
            return new Published(
                    isSmall(counts.total()) ? Optional.empty() : Optional.of(counts.total()), List.of(), counts.asOf());
        }
        Hidden hidden = hidden(rows, Set.of());
        return new Published(
                hidden.total() ? Optional.empty() : Optional.of(counts.total()),
                counts.rows().stream()
                        .map(row -> new Published.Row(
                                row.values(),
                                hidden.rows().contains(row.values()) ? Optional.empty() : Optional.of(row.students())))
                        .toList(),
                counts.asOf());
    }

    /**
     * What is not shown of a table.
     *
     * @param total whether the total of everything is hidden
     * @param rows the rows that are hidden
     */
    public record Hidden(boolean total, Set<List<String>> rows) {}

    /**
     * What to hide of a table.
     *
     * @param rows counts by row
     * @param smallAnyway rows that are to be hidden whatever their count
     */
    public Hidden hidden(Map<List<String>, Long> rows, Set<List<String>> smallAnyway) {
        Table table = new Table(rows, smallAnyway);
        table.hideUntilNothingIsGivenAway();
        return table.hidden(rows.keySet());
    }

    /** The table with all its totals. */
    private final class Table {
        private final Map<List<String>, Cell> cells = new HashMap<>();
        private final Map<Cell, List<Sum>> sums = new LinkedHashMap<>();
        private final int dimensions;

        Table(Map<List<String>, Long> rows, Set<List<String>> smallAnyway) {
            dimensions = rows.keySet().iterator().next().size();
            rows.forEach((key, count) -> {
                if (count > 0) {
                    addToTotals(new ArrayList<>(key), 0, count);
                }
            });
            List<Cell> all = List.copyOf(cells.values());
            all.forEach(this::connect);
            if (dimensions > 1) {
                connectAnswer();
            }
            allSums().stream()
                    .filter(sum -> sum.parts.size() == 1 && sum.parts.get(0).isRow())
                    .forEach(sum -> sum.parts.get(0).alone = true);
            for (Cell cell : all) {
                cell.small = isSmall(cell.count) || smallAnyway.contains(cell.key);
                cell.hidden = cell.small;
            }
        }

        private void addToTotals(List<String> key, int from, long count) {
            cells.computeIfAbsent(List.copyOf(key), Cell::new).count += count;
            for (int i = from; i < dimensions; i++) {
                String value = key.set(i, Cell.ALL);
                addToTotals(key, i + 1, count);
                key.set(i, value);
            }
        }

        /** Makes the cell a part of its totals. */
        private void connect(Cell part) {
            for (int i = 0; i < dimensions; i++) {
                if (!part.key.get(i).equals(Cell.ALL)) {
                    List<String> key = new ArrayList<>(part.key);
                    key.set(i, Cell.ALL);
                    Cell total = cells.get(key);
                    int dimension = i;
                    List<Sum> ofTotal = sums.computeIfAbsent(total, cell -> new ArrayList<>());
                    Sum sum = ofTotal.stream()
                            .filter(each -> each.total == total && isOver(each, dimension))
                            .findFirst()
                            .orElseGet(() -> {
                                Sum made = new Sum(total, dimensions == 1);
                                ofTotal.add(made);
                                return made;
                            });
                    sum.parts.add(part);
                    sums.computeIfAbsent(part, cell -> new ArrayList<>()).add(sum);
                }
            }
        }

        /** The answer shows its rows and one total, whatever the totals between them are. */
        private void connectAnswer() {
            Cell total = cells.get(java.util.Collections.nCopies(dimensions, Cell.ALL));
            if (total == null) {
                return;
            }
            Sum answer = new Sum(total, true);
            cells.values().stream().filter(Cell::isRow).forEach(row -> {
                answer.parts.add(row);
                sums.get(row).add(answer);
            });
            sums.get(total).add(answer);
        }

        private boolean isOver(Sum sum, int dimension) {
            return !sum.parts.isEmpty()
                    && !sum.parts.get(0).key.get(dimension).equals(Cell.ALL)
                    && sum.total.key.get(dimension).equals(Cell.ALL);
        }

        void hideUntilNothingIsGivenAway() {
            Deque<Sum> open = new ArrayDeque<>();
            cells.values().stream().filter(cell -> cell.hidden).forEach(cell -> open.addAll(sumsOf(cell)));
            settle(open);
            // No sum alone gives anything away; several together still may.
            List<Cell> derivable = derivableRows();
            while (!derivable.isEmpty()) {
                derivable.forEach(cell -> blur(cell, open));
                if (open.isEmpty()) {
                    return;
                }
                settle(open);
                derivable = derivableRows();
            }
        }

        private List<Cell> derivableRows() {
            return LinearAudit.derivable(allSums()).stream().filter(Cell::isRow).toList();
        }

        /** Hides one cell more near a cell that could be worked out: the nearest, and the smallest of those. */
        private void blur(Cell derivable, Deque<Sum> open) {
            Set<Cell> reached = new java.util.LinkedHashSet<>(List.of(derivable));
            Deque<Cell> ways = new ArrayDeque<>(reached);
            while (!ways.isEmpty()) {
                for (Sum sum : sumsOf(ways.remove())) {
                    Optional<Cell> next = sum.next();
                    if (next.isPresent()) {
                        hide(next.get(), open);
                        return;
                    }
                    sum.hidden().filter(reached::add).forEach(ways::add);
                }
            }
        }

        private void settle(Deque<Sum> open) {
            while (!open.isEmpty()) {
                Sum sum = open.remove();
                while (sum.parts.get(0).isRow() && sum.givesAway(threshold)) {
                    Optional<Cell> next = sum.next();
                    if (next.isEmpty()) {
                        break;
                    }
                    hide(next.get(), open);
                }
            }
        }

        private void hide(Cell cell, Deque<Sum> open) {
            if (!cell.hidden) {
                cell.hidden = true;
                open.addAll(sumsOf(cell));
            }
        }

        private List<Sum> sumsOf(Cell cell) {
            return sums.getOrDefault(cell, List.of());
        }

        private Set<Sum> allSums() {
            Set<Sum> all = new java.util.LinkedHashSet<>();
            sums.values().forEach(all::addAll);
            return all;
        }

        Hidden hidden(Set<List<String>> rows) {
            Set<List<String>> hiddenRows = new java.util.HashSet<>();
            for (List<String> row : rows) {
                Cell cell = cells.get(row);
                if (cell != null && cell.hidden) {
                    hiddenRows.add(row);
                }
            }
            Cell everything = cells.get(java.util.Collections.nCopies(dimensions, Cell.ALL));
            return new Hidden(everything != null && everything.hidden, hiddenRows);
        }
    }
}
