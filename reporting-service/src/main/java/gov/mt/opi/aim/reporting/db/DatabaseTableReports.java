package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.reporting.registry.Registry;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.ReportTable;
import gov.mt.opi.aim.reporting.report.SchoolYear;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.TableReport;
import gov.mt.opi.aim.reporting.report.TableReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Groups, filters and lists the relation of any table report. */
@ApplicationScoped
class DatabaseTableReports implements TableReports {

    private final Jdbi database;
    private final Registry registry;

    @Inject
    DatabaseTableReports(DataSource database, Registry registry) {
        this.database = Jdbi.create(database);
        // A report's relation uses what it needs of the parameters that all are given.
        this.database.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        this.registry = registry;
    }

    @Override
    public ReportTable table(TableReport report, SchoolYear year, Slice slice) {
        List<String> columns =
                slice.rowDimensions().stream().map(FrozenMembers::column).toList();
        String groups = String.join(", ", columns);
        String sql = "SELECT "
                + report.measures().stream().map(Measure::expression).collect(Collectors.joining(", "))
                + (columns.isEmpty() ? ", 1" : ", grouping(" + groups + "), " + groups)
                + from(report, slice)
                + (columns.isEmpty() ? "" : " GROUP BY GROUPING SETS ((" + groups + "), ())");
        int measures = report.measures().size();
        return read(handle -> {
            Moment moment = Moment.of(handle);
            List<Number> totals = new ArrayList<>();
            List<ReportTable.Row> rows = new ArrayList<>();
            try (Query query = bind(handle.createQuery(sql), year, slice)) {
                query.map((row, context) -> row(row, measures, columns.size())).forEach(row -> {
                    if (row.values().isEmpty()) {
                        totals.addAll(row.measures());
                    } else {
                        rows.add(row);
                    }
                });
            }
            Comparator<Counts.Row> order = Slice.order(slice.rowDimensions());
            rows.sort(
                    (one, other) -> order.compare(new Counts.Row(one.values(), 0), new Counts.Row(other.values(), 0)));
            return new ReportTable(totals, rows, moment.asOf());
        });
    }

    @Override
    public Students students(TableReport report, SchoolYear year, Slice slice, long offset, int limit) {
        String listed = from(report, slice) + " AND (" + report.listCondition() + ")";
        String sql = "SELECT " + String.join(", ", report.listColumns().values()) + listed
                + " ORDER BY length(district), district, length(school), school, state_id, "
                + String.join(", ", report.listColumns().values()) + " LIMIT :limit OFFSET :offset";
        return read(handle -> {
            Moment moment = Moment.of(handle);
            try (Query items = bind(handle.createQuery(sql), year, slice);
                    Query total = bind(handle.createQuery("SELECT count(*)" + listed), year, slice)) {
                return new Students(
                        items.bind("limit", limit)
                                .bind("offset", offset)
                                .map((row, context) -> named(row, report))
                                .list(),
                        total.mapTo(Long.class).one(),
                        moment.asOf());
            }
        });
    }

    private <T> T read(Function<Handle, T> work) {
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
            Moment.joinByHash(transaction);
            return work.apply(transaction);
        });
    }

    private static String from(TableReport report, Slice slice) {
        return " FROM (" + report.relation() + ") AS report WHERE true"
                + slice.only().keySet().stream()
                        .map(FrozenMembers::column)
                        .map(column -> " AND " + column + " = ANY (:only_" + column + ")")
                        .collect(Collectors.joining());
    }

    private Query bind(Query query, SchoolYear year, Slice slice) {
        List<Calendar> calendars = registry.calendars().stream()
                .filter(calendar -> calendar.year() == year.year() && calendar.testWindowDate() != null)
                .toList();
        query.bind("year", year.year())
                .bind("first_day", year.octoberFirst())
                .bind("last_day", year.septemberThirtieth())
                .bindArray("calendar_districts", String.class, texts(calendars, Calendar::districtNumber))
                .bindArray("calendar_schools", String.class, texts(calendars, Calendar::schoolNumber))
                .bindArray("calendar_numbers", String.class, texts(calendars, Calendar::calendarNumber))
                .bindArray("calendar_days", String.class, texts(calendars, calendar -> calendar.testWindowDate()
                        .toString()));
        slice.only()
                .forEach((dimension, values) ->
                        query.bindArray("only_" + FrozenMembers.column(dimension), String.class, values.toArray()));
        return query;
    }

    private static Object[] texts(List<Calendar> calendars, Function<Calendar, String> text) {
        return calendars.stream().map(text).toArray();
    }

    /** A row without values is the one of the totals. */
    private static ReportTable.Row row(ResultSet row, int measures, int dimensions) throws SQLException {
        List<Number> numbers = new ArrayList<>();
        for (int i = 1; i <= measures; i++) {
            numbers.add((Number) row.getObject(i));
        }
        List<String> values = new ArrayList<>();
        if (row.getInt(measures + 1) == 0) {
            for (int i = 0; i < dimensions; i++) {
                values.add(row.getString(measures + 2 + i));
            }
        }
        return new ReportTable.Row(values, numbers);
    }

    private static Map<String, Object> named(ResultSet row, TableReport report) throws SQLException {
        Map<String, Object> named = new LinkedHashMap<>();
        int column = 1;
        for (String name : report.listColumns().keySet()) {
            named.put(name, row.getString(column++));
        }
        return named;
    }
}
