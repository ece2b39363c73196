package gov.mt.opi.aim.reporting.census;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One count: a pass over the blocks that adds one to the row of every member of the slice. */
final class Tally {

    /** By row dimension its values in their order, so that rows are in order when their numbers are. */
    private final List<List<String>> values = new ArrayList<>();

    private final int[][] ranks;
    private final long[] radix;
    private final int[] columns;
    private final List<Filter> filters = new ArrayList<>();
    private final RowCounts rows = new RowCounts();
    private long total;

    private record Filter(int column, boolean[] wanted) {}

    Tally(Slice slice, Codes[] codes) {
        columns = slice.rowDimensions().stream().mapToInt(Dimension::ordinal).toArray();
        radix = new long[columns.length];
        ranks = new int[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            Codes.Ranked ranked = codes[columns[i]].ranked();
            values.add(ranked.values());
            ranks[i] = ranked.ranks();
        }
        long size = 1;
        for (int i = columns.length - 1; i >= 0; i--) {
            radix[i] = size;
            size *= Math.max(1, values.get(i).size());
        }
        slice.only().forEach((dimension, wanted) -> filters.add(filter(dimension, wanted, codes)));
        if (!slice.asksServiceType()) {
            filters.add(filter(Dimension.SERVICE_TYPE, Set.of("P"), codes));
        }
    }

    Counts count(int day, Block[] blocks, Optional<Instant> asOf) {
        for (Block block : blocks) {
            add(day, block);
        }
        List<Counts.Row> counted = new ArrayList<>();
        if (columns.length > 0) {
            rows.forEach((row, students) -> counted.add(new Counts.Row(valuesOf(row), students)));
        }
        return new Counts(total, counted, asOf);
    }

    private void add(int day, Block block) {
        for (int i = 0; i < block.size(); i++) {
            if (block.covers(day, i) && isWanted(block, i)) {
                total++;
                long row = 0;
                for (int c = 0; c < columns.length; c++) {
                    row += radix[c] * ranks[c][block.number(columns[c], i)];
                }
                rows.increment(row);
            }
        }
    }

    private boolean isWanted(Block block, int stay) {
        for (Filter filter : filters) {
            char number = block.number(filter.column, stay);
            if (number >= filter.wanted.length || !filter.wanted[number]) {
                return false;
            }
        }
        return true;
    }

    private List<String> valuesOf(long row) {
        String[] named = new String[columns.length];
        long rest = row;
        for (int c = 0; c < columns.length; c++) {
            named[c] = values.get(c).get((int) (rest / radix[c]));
            rest %= radix[c];
        }
        return Arrays.asList(named);
    }

    private static Filter filter(Dimension dimension, Set<String> wanted, Codes[] codes) {
        List<String> known = codes[dimension.ordinal()].values();
        boolean[] numbers = new boolean[known.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = wanted.contains(known.get(i));
        }
        return new Filter(dimension.ordinal(), numbers);
    }
}
