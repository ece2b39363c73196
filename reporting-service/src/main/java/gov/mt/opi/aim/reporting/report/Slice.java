package gov.mt.opi.aim.reporting.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which members are counted, and in which rows.
 *
 * @param by what each row is a combination of, in the caller's order; empty for the total only
 * @param only the values that members are narrowed to, by dimension
 */
public record Slice(List<Dimension> by, Map<Dimension, Set<String>> only) {

    public Slice {
        by = List.copyOf(by);
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        only.forEach((dimension, values) -> copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(values))));
        only = Collections.unmodifiableMap(copy);
    }

    /** Members are Primary ones only, unless service types are asked for. */
    public boolean asksServiceType() {
        return by.contains(Dimension.SERVICE_TYPE) || only.containsKey(Dimension.SERVICE_TYPE);
    }

    /** True when members of the value are among those that the slice is narrowed to. */
    public boolean letsIn(Dimension dimension, String value) {
        return only.getOrDefault(dimension, Set.of(value)).contains(value);
    }

    /**
     * The dimensions that a row names, in order: a school number says nothing without its district, which is therefore
     * added before it when the caller did not ask for it.
     */
    public List<Dimension> rowDimensions() {
        if (!by.contains(Dimension.SCHOOL) || by.contains(Dimension.DISTRICT)) {
            return by;
        }
        List<Dimension> named = new ArrayList<>(by);
        named.add(by.indexOf(Dimension.SCHOOL), Dimension.DISTRICT);
        return List.copyOf(named);
    }

    /** The order of rows, by one dimension after the other. */
    public static Comparator<Counts.Row> order(List<Dimension> dimensions) {
        Comparator<Counts.Row> order = (one, other) -> 0;
        for (int i = 0; i < dimensions.size(); i++) {
            int column = i;
            order = order.thenComparing(
                    row -> row.values().get(column), dimensions.get(i).order());
        }
        return order;
    }
}
