package gov.mt.opi.aim.reporting.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.reporting.report.Counts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final int THRESHOLD = 10;

    private final Suppression suppression = new Suppression(THRESHOLD);

    @Test
    void smallCellsAreHiddenWithTheNextSmallest() {
        assertThat(shown(Map.of("06", 40L, "07", 7L, "08", 12L, "09", 30L)))
                .isEqualTo(Map.of("06", "40", "07", "*", "08", "*", "09", "30", "total", "89"));
    }

    @Test
    void theTotalIsHiddenWhenOnlyTwoPartsExist() {
        assertThat(shown(Map.of("F", 3L, "M", 100L))).isEqualTo(Map.of("F", "*", "M", "100", "total", "*"));
    }

    @Test
    void nothingSmallHidesNothing() {
        assertThat(shown(Map.of("F", 10L, "M", 100L))).isEqualTo(Map.of("F", "10", "M", "100", "total", "110"));
    }

    @Test
    void aZeroIsShown() {
        assertThat(shown(Map.of("06", 0L, "07", 20L, "08", 30L)))
                .isEqualTo(Map.of("06", "0", "07", "20", "08", "30", "total", "50"));
    }

    @Test
    void twoSmallCellsWithOneWayToShareTheirSumAreNotEnough() {
        assertThat(shown(Map.of("06", 1L, "07", 1L, "08", 50L, "09", 60L)))
                .isEqualTo(Map.of("06", "*", "07", "*", "08", "*", "09", "60", "total", "112"));
        assertThat(shown(Map.of("06", 9L, "07", 9L, "08", 50L, "09", 60L)))
                .isEqualTo(Map.of("06", "*", "07", "*", "08", "*", "09", "60", "total", "128"));
    }

    @Test
    void aSmallTotalIsHidden() {
        Published published = suppression.published(new Counts(4, List.of(), Optional.empty()));
        assertThat(published.total()).isEmpty();
    }

    @Test
    void inATableOfTwoDimensionsRowsAndColumnsAreProtected() {
        List<Counts.Row> rows = List.of(
                row("63", "F", 3),
                row("63", "M", 40),
                row("64", "F", 50),
                row("64", "M", 60),
                row("65", "F", 70),
                row("65", "M", 80));
        Published published = suppression.published(new Counts(303, rows, Optional.empty()));

        assertThat(published.rows().stream().map(each -> each.students().isEmpty()))
                .containsExactly(true, true, true, true, false, false);
        assertThat(published.total()).contains(303L);
    }

    /**
     * Independent of the code under test: exact elimination on fractions. A reader knows the cells and the total of the
     * answer, and every total over some of its dimensions that is not small, as answers with fewer dimensions tell them.
     */
    @RepeatedTest(200)
    void noHiddenCellCanBeWorkedOut() {
        long seed = Long.getLong("aim.test.seed", System.nanoTime());
        Random random = new Random(seed);
        int dimensions = 1 + random.nextInt(3);
        Map<List<String>, Long> table = new LinkedHashMap<>();
        fill(table, new ArrayList<>(), dimensions, random);
        List<Counts.Row> rows = new ArrayList<>();
        table.forEach((key, count) -> rows.add(new Counts.Row(key, count)));
        long total = table.values().stream().mapToLong(Long::longValue).sum();

        Published published = suppression.published(new Counts(total, rows, Optional.empty()));

        List<List<String>> unknown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<Long> shown = published.rows().get(i).students();
            long count = rows.get(i).students();
            if (shown.isEmpty()) {
                unknown.add(rows.get(i).values());
            } else {
                assertThat(shown).as("seed %d", seed).contains(count);
                assertThat(count == 0 || count >= THRESHOLD)
                        .as("seed %d: %d is shown", seed, count)
                        .isTrue();
            }
        }
        List<List<BigInteger>> equations = new ArrayList<>();
        if (published.total().isPresent()) {
            equations.add(equation(unknown, key -> true));
        }
        for (int kept = 1; kept < (1 << dimensions) - 1; kept++) {
            int mask = kept;
            Map<List<String>, Long> totals = new LinkedHashMap<>();
            table.forEach((key, count) -> totals.merge(project(key, mask), count, Long::sum));
            totals.forEach((margin, count) -> {
                boolean allPartsHidden = table.entrySet().stream()
                        .filter(cell -> project(cell.getKey(), mask).equals(margin) && cell.getValue() > 0)
                        .allMatch(cell -> unknown.contains(cell.getKey()));
                if (count >= THRESHOLD && !allPartsHidden) {
                    equations.add(equation(unknown, key -> project(key, mask).equals(margin)));
                }
            });
        }
        int rank = rank(equations);
        for (int i = 0; i < unknown.size(); i++) {
            List<List<BigInteger>> withOne = new ArrayList<>(equations);
            List<String> asked = unknown.get(i);
            withOne.add(equation(unknown, asked::equals));
            assertThat(rank(withOne))
                    .as("seed %d: %s of %s can be worked out from %s", seed, asked, table, published)
                    .isEqualTo(rank + 1);
        }
    }

    private Map<String, String> shown(Map<String, Long> table) {
        List<Counts.Row> rows = new java.util.TreeMap<>(table)
                .entrySet().stream()
                        .map(cell -> new Counts.Row(List.of(cell.getKey()), cell.getValue()))
                        .toList();
        long total = table.values().stream().mapToLong(Long::longValue).sum();
        Published published = suppression.published(new Counts(total, rows, Optional.empty()));
        Map<String, String> shown = new HashMap<>();
        published
                .rows()
                .forEach(row -> shown.put(
                        row.values().get(0),
                        row.students().map(Object::toString).orElse("*")));
        shown.put("total", published.total().map(Object::toString).orElse("*"));
        return shown;
    }

    private static Counts.Row row(String district, String gender, long students) {
        return new Counts.Row(List.of(district, gender), students);
    }

    private static void fill(Map<List<String>, Long> table, List<String> key, int dimensions, Random random) {
        if (key.size() == dimensions) {
            int kind = random.nextInt(10);
            long count = kind < 2 ? 0 : kind < 6 ? 1 + random.nextInt(9) : 10 + random.nextInt(60);
            table.put(List.copyOf(key), count);
            return;
        }
        int values = 2 + random.nextInt(4);
        for (int i = 0; i < values; i++) {
            key.add(String.valueOf(i));
            fill(table, key, dimensions, random);
            key.remove(key.size() - 1);
        }
    }

    private static List<String> project(List<String> key, int mask) {
        List<String> projected = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            if ((mask & (1 << i)) != 0) {
                projected.add(i + "=" + key.get(i));
            }
        }
        return projected;
    }

    private static List<BigInteger> equation(List<List<String>> unknown, Predicate<List<String>> stands) {
        return unknown.stream()
                .map(key -> stands.test(key) ? BigInteger.ONE : BigInteger.ZERO)
                .toList();
    }

    /** Rank by fraction-free elimination. */
    private static int rank(List<List<BigInteger>> equations) {
        List<List<BigInteger>> rows = new ArrayList<>();
        equations.forEach(row -> rows.add(new ArrayList<>(row)));
        int rank = 0;
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot).get(column).signum() == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            java.util.Collections.swap(rows, rank, pivot);
            List<BigInteger> leading = rows.get(rank);
            for (int i = rank + 1; i < rows.size(); i++) {
                List<BigInteger> row = rows.get(i);
                BigInteger factor = row.get(column);
                if (factor.signum() != 0) {
                    for (int j = column; j < columns; j++) {
                        row.set(
                                j,
                                row.get(j)
                                        .multiply(leading.get(column))
                                        .subtract(leading.get(j).multiply(factor)));
                    }
                }
            }
            rank++;
        }
        return rank;
    }
}
