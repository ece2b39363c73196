package gov.mt.opi.aim.reporting.report;

import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.reporting.registry.Registry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that nobody is in, for those who ask for them: every combination of the registered districts and schools and
 * of the codes that the slice lets in. A value that is not known is no such combination; it has a row when it is counted.
 */
public final class ZeroCells {

    /** More rows than this are not an answer. */
    public static final int ROWS_MAX = 100_000;

    private ZeroCells() {}

    /** The counts with all rows of the slice; empty when they would be more than {@link #ROWS_MAX}. */
    public static Optional<Counts> added(Counts counts, Slice slice, Registry registry) {
        List<Dimension> dimensions = slice.rowDimensions();
        if (dimensions.isEmpty()) {
            return Optional.of(counts);
        }
        List<String[]> rows = places(dimensions, slice, registry);
        for (int column = 0; column < dimensions.size(); column++) {
            Dimension dimension = dimensions.get(column);
            if (dimension.isNumber()) {
                continue;
            }
            List<String> values = codes(dimension, slice);
            if ((long) rows.size() * values.size() > ROWS_MAX) {
                return Optional.empty();
            }
            rows = times(rows, column, values);
        }
        return Optional.of(merged(counts, rows, dimensions));
    }

    /** One row for each district or school, with the other columns to be filled; one row when neither is asked for. */
    private static List<String[]> places(List<Dimension> dimensions, Slice slice, Registry registry) {
        int district = dimensions.indexOf(Dimension.DISTRICT);
        int school = dimensions.indexOf(Dimension.SCHOOL);
        List<String[]> rows = new ArrayList<>();
        if (school >= 0) {
            for (School each : registry.schools()) {
                if (slice.letsIn(Dimension.DISTRICT, each.districtNumber())
                        && slice.letsIn(Dimension.SCHOOL, each.schoolNumber())) {
                    String[] row = new String[dimensions.size()];
                    row[district] = each.districtNumber();
                    row[school] = each.schoolNumber();
                    rows.add(row);
                }
            }
        } else if (district >= 0) {
            for (District each : registry.districts()) {
                if (slice.letsIn(Dimension.DISTRICT, each.districtNumber())) {
                    String[] row = new String[dimensions.size()];
                    row[district] = each.districtNumber();
                    rows.add(row);
                }
            }
        } else {
            rows.add(new String[dimensions.size()]);
        }
        return rows;
    }

    private static List<String> codes(Dimension dimension, Slice slice) {
        List<String> codes = new ArrayList<>(dimension.codes());
        if (dimension == Dimension.LEP_STATUS) {
            codes.add("");
        }
        codes.removeIf(code -> !slice.letsIn(dimension, code));
        return codes;
    }

    private static List<String[]> times(List<String[]> rows, int column, List<String> values) {
        List<String[]> product = new ArrayList<>(rows.size() * values.size());
        for (String[] row : rows) {
            for (String value : values) {
                String[] next = row.clone();
                next[column] = value;
                product.add(next);
            }
        }
        return product;
    }

    private static Counts merged(Counts counts, List<String[]> rows, List<Dimension> dimensions) {
        List<Counts.Row> all = new ArrayList<>(counts.rows());
        Set<List<String>> counted = new HashSet<>();
        counts.rows().forEach(row -> counted.add(row.values()));
        for (String[] row : rows) {
            List<String> values = List.of(row);
            if (!counted.contains(values)) {
                all.add(new Counts.Row(values, 0));
            }
        }
        Comparator<Counts.Row> order = Slice.order(dimensions);
        all.sort(order);
        return new Counts(counts.total(), all, counts.asOf());
    }
}
