package gov.mt.opi.aim.reporting.snapshot;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two counts of the same slice side by side.
 *
 * @param before members in the earlier snapshot
 * @param after members in the later one
 * @param rows the rows in which they differ, and the others
 */
public record CountDifference(long before, long after, List<Row> rows) {

    /**
     * A row of both counts.
     *
     * @param values a value for each row dimension
     * @param before members in the earlier snapshot, 0 when the row was not there
     * @param after members in the later one
     */
    public record Row(List<String> values, long before, long after) {
        public long change() {
            return after - before;
        }
    }

    public static CountDifference of(Counts before, Counts after, List<Dimension> dimensions) {
        Map<List<String>, long[]> rows = new LinkedHashMap<>();
        before.rows().forEach(row -> rows.computeIfAbsent(row.values(), values -> new long[2])[0] = row.students());
        after.rows().forEach(row -> rows.computeIfAbsent(row.values(), values -> new long[2])[1] = row.students());
        List<Counts.Row> order = new ArrayList<>();
        rows.keySet().forEach(values -> order.add(new Counts.Row(values, 0)));
        order.sort(Slice.order(dimensions));
        return new CountDifference(
                before.total(),
                after.total(),
                order.stream()
                        .map(row -> new Row(row.values(), rows.get(row.values())[0], rows.get(row.values())[1]))
                        .toList());
    }
}
