package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts the members that a snapshot froze. A dimension's column has the name of its constant. */
final class FrozenMembers {

    private FrozenMembers() {}

    static Counts count(Handle handle, Snapshot snapshot, Slice slice) {
        List<String> columns =
                slice.rowDimensions().stream().map(FrozenMembers::column).toList();
        List<String> conditions = new ArrayList<>(List.of("snapshot_id = :snapshot"));
        Map<String, String[]> wanted = new LinkedHashMap<>();
        slice.only().forEach((dimension, values) -> {
            conditions.add(column(dimension) + " = ANY (:only_" + column(dimension) + ")");
            wanted.put("only_" + column(dimension), values.toArray(String[]::new));
        });
        String sql = "SELECT count(*)"
                + columns.stream().map(column -> ", " + column).collect(Collectors.joining())
                + " FROM snapshot_row WHERE " + String.join(" AND ", conditions)
                + (columns.isEmpty() ? "" : " GROUP BY " + String.join(", ", columns));
        try (Query query = handle.createQuery(sql).bind("snapshot", snapshot.id())) {
            wanted.forEach((name, values) -> query.bindArray(name, String.class, (Object[]) values));
            List<Counts.Row> rows = new ArrayList<>(query.map((row, context) -> {
                        List<String> values = new ArrayList<>(columns.size());
                        for (int i = 0; i < columns.size(); i++) {
                            values.add(row.getString(i + 2));
                        }
                        return new Counts.Row(values, row.getLong(1));
                    })
                    .list());
            rows.sort(Slice.order(slice.rowDimensions()));
            long total = rows.stream().mapToLong(Counts.Row::students).sum();
            return new Counts(total, columns.isEmpty() ? List.of() : rows, Optional.ofNullable(snapshot.asOf()));
        }
    }

    static String column(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
