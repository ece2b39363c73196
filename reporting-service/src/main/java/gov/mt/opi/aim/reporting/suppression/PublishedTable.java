package gov.mt.opi.aim.reporting.suppression;

import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.ReportTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table report as an audience sees it.
 *
 * @param totals a value for each measure: a number, {@link #HIDDEN}, {@code <5%}, {@code >95%}, or null
 * @param rows the groups
 */
public record PublishedTable(List<Object> totals, List<Row> rows) {

    /** In place of what is not shown. */
    public static final String HIDDEN = "*";

    private static final BigDecimal LOW = new BigDecimal("0.05");
    private static final BigDecimal HIGH = new BigDecimal("0.95");

    /**
     * A group.
     *
     * @param values a value for each row dimension
     * @param measures as in {@link #totals}
     */
    public record Row(List<String> values, List<Object> measures) {}

    /** A table for those who may see all of it. */
    public static PublishedTable open(ReportTable table) {
        return new PublishedTable(
                new ArrayList<>(table.totals()),
                table.rows().stream()
                        .map(row -> new Row(row.values(), new ArrayList<>(row.measures())))
                        .toList());
    }

    /**
     * A table for the public. A row is shown whole or not at all, because its numbers depend on each other; a rate near
     * its ends is shown as such, because it tells of everybody in the group.
     */
    public static PublishedTable suppressed(ReportTable table, List<Measure> measures, Suppression suppression) {
        Map<List<String>, Long> sizes = new LinkedHashMap<>();
        Set<List<String>> small = new HashSet<>();
        for (ReportTable.Row row : table.rows()) {
            sizes.put(row.values(), size(row.measures(), measures));
            if (hasSmall(row.measures(), measures, suppression)) {
                small.add(row.values());
            }
        }
        Suppression.Hidden hidden =
                sizes.isEmpty() ? new Suppression.Hidden(false, Set.of()) : suppression.hidden(sizes, small);
        boolean totalsHidden = hidden.total() || hasSmall(table.totals(), measures, suppression);
        return new PublishedTable(
                shown(table.totals(), measures, totalsHidden),
                table.rows().stream()
                        .map(row -> new Row(
                                row.values(),
                                shown(row.measures(), measures, hidden.rows().contains(row.values()))))
                        .toList());
    }

    private static boolean hasSmall(List<Number> values, List<Measure> measures, Suppression suppression) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).kind() == Measure.Kind.COUNT
                    && suppression.isSmall(values.get(i).longValue())) {
                return true;
            }
        }
        return false;
    }

    private static long size(List<Number> values, List<Measure> measures) {
        long size = 0;
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).kind() == Measure.Kind.COUNT) {
                size = Math.max(size, values.get(i).longValue());
            }
        }
        return size;
    }

    private static List<Object> shown(List<Number> values, List<Measure> measures, boolean hidden) {
        List<Object> shown = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            boolean isRate = measures.get(i).kind() == Measure.Kind.RATE;
            shown.add(hidden ? HIDDEN : isRate ? rate((BigDecimal) values.get(i)) : values.get(i));
        }
        return shown;
    }

    private static Object rate(BigDecimal rate) {
        if (rate == null) {
            return null;
        }
        return rate.compareTo(LOW) < 0 ? "<5%" : rate.compareTo(HIGH) > 0 ? ">95%" : rate;
    }
}
