package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.StudentDifference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Compares the rows of two snapshots, student by student. */
final class SnapshotDifferences {

    /** What is compared: column by the name that answers give it. */
    private static final Map<String, String> COMPARED = new LinkedHashMap<>();

    static {
        for (Dimension dimension : Dimension.values()) {
            COMPARED.put(dimension.key(), FrozenMembers.column(dimension));
        }
        COMPARED.put("hours", "hours");
        COMPARED.put("portionAbsent", "portion_absent");
    }

    private static final String DIFFERENT =
            " FROM (SELECT * FROM snapshot_row WHERE snapshot_id = :from AND (:district::text IS NULL OR district = :district))"
                    + " AS b FULL JOIN (SELECT * FROM snapshot_row WHERE snapshot_id = :to"
                    + " AND (:district::text IS NULL OR district = :district)) AS a ON a.student_key = b.student_key"
                    + " WHERE (" + row("b") + ") IS DISTINCT FROM (" + row("a") + ")";

    private static final String SELECT = "SELECT coalesce(a.student_key, b.student_key) AS student_key,"
            + " coalesce(a.state_id, b.state_id) AS state_id, b.student_key IS NULL AS added,"
            + " a.student_key IS NULL AS removed, "
            + COMPARED.values().stream()
                    .map(column -> "b." + column + "::text AS before_" + column + ", a." + column + "::text AS after_"
                            + column)
                    .collect(Collectors.joining(", "))
            + DIFFERENT + " ORDER BY 2, 1 LIMIT :limit OFFSET :offset";

    private SnapshotDifferences() {}

    static List<StudentDifference> list(
            Handle handle, Snapshot from, Snapshot to, Optional<String> district, long offset, int limit) {
        try (Query query = bind(handle.createQuery(SELECT), from, to, district)) {
            return query.bind("offset", offset)
                    .bind("limit", limit)
                    .map((row, context) -> difference(row))
                    .list();
        }
    }

    static long count(Handle handle, Snapshot from, Snapshot to, Optional<String> district) {
        try (Query query = bind(handle.createQuery("SELECT count(*)" + DIFFERENT), from, to, district)) {
            return query.mapTo(Long.class).one();
        }
    }

    private static Query bind(Query query, Snapshot from, Snapshot to, Optional<String> district) {
        return query.bind("from", from.id()).bind("to", to.id()).bind("district", district.orElse(null));
    }

    private static String row(String alias) {
        return COMPARED.values().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    private static StudentDifference difference(ResultSet row) throws SQLException {
        boolean added = row.getBoolean("added");
        boolean removed = row.getBoolean("removed");
        List<StudentDifference.Field> fields = new ArrayList<>();
        if (!added && !removed) {
            for (Map.Entry<String, String> compared : COMPARED.entrySet()) {
                String before = text(row, "before_" + compared.getValue());
                String after = text(row, "after_" + compared.getValue());
                if (!before.equals(after)) {
                    fields.add(new StudentDifference.Field(compared.getKey(), before, after));
                }
            }
        }
        return new StudentDifference(
                row.getObject("student_key", UUID.class),
                row.getString("state_id"),
                added ? "added" : removed ? "removed" : "changed",
                fields);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
