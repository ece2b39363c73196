package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Members as a relation with a column for every dimension, live or frozen, and the one engine that counts them.
 *
 * <p>A dimension's column has the name of its constant. Joins that a slice does not need are left out by PostgreSQL, which
 * sees that they cannot change the number of rows. A place says its district too; the joins repeat it, because then a
 * filter by district reaches both sides.
 */
final class Members {

    private static final String LIVE =
            """
            SELECT e.student_key, e.district_number AS district, e.school_number AS school, e.grade,
                   coalesce(s.race_ethnicity, '') AS race_ethnicity, coalesce(s.gender, '') AS gender, e.service_type,
                   coalesce(p.lunch, 'N') AS lunch, coalesce(p.sped, 'N') AS sped,
                   coalesce(p.section504, 'N') AS section504, coalesce(p.lep_status, '') AS lep_status,
                   coalesce(p.homeless, 'N') AS homeless, coalesce(p.immigrant, 'N') AS immigrant,
                   coalesce(p.title_i, 'N') AS title_i,
                   e.place
            FROM enrollment e
            LEFT JOIN student s ON s.student_key = e.student_key
            LEFT JOIN (
                SELECT DISTINCT ON (place, district_number) * FROM program_participation
                ORDER BY place, district_number, changed_at DESC, participation_key
            ) p ON p.place = e.place AND p.district_number = e.district_number
            WHERE e.first_day <= :on AND e.last_day >= :on AND (e.service_type = 'P' OR :everyServiceType)
              AND NOT EXISTS (
                SELECT FROM enrollment o
                WHERE o.student_key = e.student_key AND o.service_type = e.service_type
                  AND o.first_day <= :on AND o.last_day >= :on
                  AND (o.service_type = 'P'
                       OR (o.district_number = e.district_number AND o.school_number = e.school_number))
                  AND (o.first_day, o.enrollment_key) > (e.first_day, e.enrollment_key))
            """;

    private static final String FROZEN = "SELECT * FROM snapshot_row WHERE snapshot_id = :snapshot";

    private final String relation;
    private final Map<String, Object> parameters;

    private Members(String relation, Map<String, Object> parameters) {
        this.relation = relation;
        this.parameters = parameters;
    }

    /** The members of a day: Primary ones, or those of every service type. */
    static Members on(LocalDate day, boolean everyServiceType) {
        return new Members(LIVE, Map.of("on", day, "everyServiceType", everyServiceType));
    }

    /** The members that a snapshot froze. */
    static Members of(UUID snapshot) {
        return new Members(FROZEN, Map.of("snapshot", snapshot));
    }

    /**
     * Keeps the planner from nested loops for the rest of the transaction. Until the tables were analysed, which is minutes
     * after a first load, it takes them for nearly empty and would compare every member with every other.
     */
    static void joinByHash(Handle transaction) {
        transaction.execute("SET LOCAL enable_nestloop = off");
    }

    /** The relation as SQL, with named parameters that {@link #bind} fills. */
    String relation() {
        return relation;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bindMap(parameters);
    }

    /** Counts the members of a slice. */
    Counts count(Handle handle, Slice slice, Optional<Instant> asOf) {
        List<String> columns =
                slice.rowDimensions().stream().map(Members::column).toList();
        List<String> conditions = new ArrayList<>();
        Map<String, String[]> wanted = new LinkedHashMap<>();
        slice.only().forEach((dimension, values) -> {
            conditions.add(column(dimension) + " = ANY (:only_" + column(dimension) + ")");
            wanted.put("only_" + column(dimension), values.toArray(String[]::new));
        });
        String sql = "SELECT count(*)"
                + columns.stream().map(column -> ", " + column).collect(Collectors.joining())
                + " FROM (" + relation + ") AS members"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + (columns.isEmpty()
                        ? ""
                        : " GROUP BY " + String.join(", ", columns) + " ORDER BY "
                                + slice.rowDimensions().stream()
                                        .map(Members::order)
                                        .collect(Collectors.joining(", ")));
        try (Query query = bind(handle.createQuery(sql))) {
            wanted.forEach((name, values) -> query.bindArray(name, String.class, (Object[]) values));
            List<Counts.Row> rows = query.map((row, context) -> {
                        List<String> values = new ArrayList<>(columns.size());
                        for (int i = 0; i < columns.size(); i++) {
                            values.add(row.getString(i + 2));
                        }
                        return new Counts.Row(values, row.getLong(1));
                    })
                    .list();
            long total = rows.stream().mapToLong(Counts.Row::students).sum();
            return new Counts(total, columns.isEmpty() ? List.of() : rows, asOf);
        }
    }

    private static String column(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    /** Numbers have no leading zeros, so the shorter one is the smaller one. */
    private static String order(Dimension dimension) {
        return dimension.isNumber() ? "length(" + column(dimension) + "), " + column(dimension) : column(dimension);
    }
}
