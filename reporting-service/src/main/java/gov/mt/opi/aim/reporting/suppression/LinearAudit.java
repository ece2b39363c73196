package gov.mt.opi.aim.reporting.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Solves what a reader could solve: every sum of a table is an equation whose unknowns are the hidden cells. An unknown
 * that the equations together leave no choice for is derivable.
 *
 * <p>Elimination to reduced form, on sparse rows, modulo a large prime. What is determined in rational numbers is
 * determined there too, but for a prime that divides by chance; a cell more is hidden then.
 */
final class LinearAudit {

    private static final long PRIME = 2_147_483_647L;

    private final Map<Cell, Integer> numbers = new IdentityHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    /** Reduced rows by their leading unknown. */
    private final Map<Integer, Map<Integer, Long>> rows = new HashMap<>();
    /** Leading unknowns of the rows in which an unknown stands. */
    private final Map<Integer, Set<Integer>> standsIn = new HashMap<>();

    private LinearAudit() {}

    static Collection<Cell> derivable(Collection<Sum> sums) {
        LinearAudit audit = new LinearAudit();
        sums.forEach(audit::add);
        List<Cell> derivable = new ArrayList<>();
        audit.rows.forEach((leading, row) -> {
            if (row.size() == 1) {
                derivable.add(audit.cells.get(leading));
            }
        });
        derivable.sort(java.util.Comparator.comparing(cell -> String.join("\u0001", cell.key)));
        return derivable;
    }

    private void add(Sum sum) {
        Map<Integer, Long> row = new HashMap<>();
        sum.parts.stream().filter(cell -> cell.hidden).forEach(cell -> row.merge(number(cell), 1L, Long::sum));
        if (sum.total.hidden) {
            row.merge(number(sum.total), PRIME - 1, Long::sum);
        }
        for (int unknown : List.copyOf(row.keySet())) {
            Map<Integer, Long> known = rows.get(unknown);
            if (known != null) {
                subtract(row, known, row.get(unknown));
            }
        }
        if (row.isEmpty()) {
            return;
        }
        int leading = row.keySet().iterator().next();
        long inverse = power(row.get(leading), PRIME - 2);
        row.replaceAll((unknown, factor) -> factor * inverse % PRIME);
        for (int other : new HashSet<>(standsIn.getOrDefault(leading, Set.of()))) {
            Map<Integer, Long> known = rows.get(other);
            Set<Integer> before = new HashSet<>(known.keySet());
            subtract(known, row, known.get(leading));
            before.forEach(unknown -> standsIn.get(unknown).remove(other));
            known.keySet().forEach(unknown -> stands(unknown, other));
        }
        rows.put(leading, row);
        row.keySet().forEach(unknown -> stands(unknown, leading));
    }

    private void stands(int unknown, int row) {
        standsIn.computeIfAbsent(unknown, number -> new HashSet<>()).add(row);
    }

    private static void subtract(Map<Integer, Long> from, Map<Integer, Long> row, long times) {
        row.forEach((unknown, factor) -> {
            long left = (from.getOrDefault(unknown, 0L) + (PRIME - factor * times % PRIME)) % PRIME;
            if (left == 0) {
                from.remove(unknown);
            } else {
                from.put(unknown, left);
            }
        });
    }

    private int number(Cell cell) {
        return numbers.computeIfAbsent(cell, unknown -> {
            cells.add(unknown);
            return cells.size() - 1;
        });
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long factor = base % PRIME;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result * factor % PRIME;
            }
            factor = factor * factor % PRIME;
        }
        return result;
    }
}
