package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.completeness.CompletenessQueries;
import gov.mt.opi.aim.reporting.completeness.Counted;
import gov.mt.opi.aim.reporting.completeness.QueryRule;
import gov.mt.opi.aim.reporting.completeness.Scope;
import gov.mt.opi.aim.reporting.snapshot.CountDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The rules of completeness, held against the tables of the read model. */
@ApplicationScoped
class DatabaseCompleteness implements CompletenessQueries {

    /** What several rules look at, made once: the members, and who was there on the day of the test. */
    private static final List<String> MEMBERS = List.of(
            """
            CREATE TEMPORARY TABLE member (
                student_key uuid, place uuid, school text COLLATE "C", grade text COLLATE "C") ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE test_window_member (
                student_key uuid, place uuid, school text COLLATE "C", count_date date) ON COMMIT DROP
            """);

    private static final String FILL_MEMBERS =
            """
            INSERT INTO member
            SELECT student_key, place, school, grade FROM (
                SELECT DISTINCT ON (e.student_key) e.student_key, e.place, e.district_number AS district,
                       e.school_number AS school, e.grade
                FROM enrollment e
                LEFT JOIN unnest(:count_schools::text[], :count_calendars::text[], :count_days::date[])
                       AS own (school, calendar, day)
                       ON e.district_number = :district AND own.school = e.school_number
                      AND own.calendar = e.calendar_number AND e.school_year = :year
                WHERE e.service_type = 'P' AND e.first_day <= coalesce(own.day, :on)
                  AND e.last_day >= coalesce(own.day, :on)
                  AND e.student_key IN (SELECT student_key FROM enrollment WHERE district_number = :district)
                ORDER BY e.student_key, e.first_day DESC, e.enrollment_key DESC
            ) AS counted
            WHERE district = :district
            """;

    private static final String FILL_TEST_WINDOW =
            """
            INSERT INTO test_window_member
            SELECT DISTINCT ON (e.student_key) e.student_key, e.place, e.school_number, c.day
            FROM enrollment e
            JOIN unnest(:test_schools::text[], :test_calendars::text[], :test_days::date[]) AS c (school, calendar, day)
              ON c.school = e.school_number AND c.calendar = e.calendar_number
            WHERE e.district_number = :district AND e.school_year = :year AND e.service_type = 'P'
              AND e.first_day <= c.day AND e.last_day >= c.day
            ORDER BY e.student_key, e.first_day DESC, e.enrollment_key DESC
            """;

    private final Jdbi database;

    @Inject
    DatabaseCompleteness(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public Counted count(Scope scope) {
        return read(transaction -> count(transaction, scope));
    }

    @Override
    public List<Place> places(Scope scope, QueryRule rule, long offset, int limit) {
        return read(transaction -> {
            fill(transaction, scope);
            String sql = "SELECT v.school, s.state_id, v.detail FROM (" + rule.relation()
                    + ") AS v LEFT JOIN student s ON s.student_key = v.student_key"
                    + " ORDER BY length(v.school), v.school, s.state_id, v.detail LIMIT :limit OFFSET :offset";
            try (Query query = bind(transaction.createQuery(sql), scope)) {
                return query.bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> new Place(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
            }
        });
    }

    /** Counts within a transaction that the caller began. */
    static Counted count(Handle transaction, Scope scope) {
        fill(transaction, scope);
        Map<QueryRule, Long> places = new EnumMap<>(QueryRule.class);
        for (QueryRule rule : QueryRule.values()) {
            if (rule.isFor(scope.collection().kind())) {
                places.put(rule, number(transaction, "SELECT count(*) FROM (" + rule.relation() + ") AS v", scope));
            }
        }
        long members = number(transaction, "SELECT count(*) FROM member", scope);
        return new Counted(members, places, Moment.of(transaction).asOf());
    }

    private static void fill(Handle transaction, Scope scope) {
        Moment.joinByHash(transaction);
        MEMBERS.forEach(transaction::execute);
        for (String fill : List.of(FILL_MEMBERS, FILL_TEST_WINDOW)) {
            try (var statement = bind(transaction.createUpdate(fill), scope)) {
                statement.execute();
            }
        }
    }

    private static long number(Handle transaction, String sql, Scope scope) {
        try (Query query = bind(transaction.createQuery(sql), scope)) {
            return query.mapTo(Long.class).one();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Scope scope) {
        // A rule uses what it needs of the parameters that all are given.
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        bindDays(statement, "count_", scope.countDays(), "days");
        bindDays(statement, "test_", scope.testWindows(), "days");
        bindDays(statement, "calendar_", scope.calendarEnds(), "ends");
        return statement
                .bind("district", scope.district())
                .bind("year", scope.collection().year())
                .bind("on", scope.collection().countDate())
                .bind("today", scope.today())
                .bind("year_end", LocalDate.of(scope.collection().year(), 6, 30))
                .bindArray("open_schools", String.class, scope.openSchools().toArray());
    }

    private static void bindDays(SqlStatement<?> statement, String prefix, List<CountDay> days, String day) {
        statement.bindArray(
                prefix + "schools",
                String.class,
                days.stream().map(CountDay::school).toArray());
        statement.bindArray(
                prefix + "calendars",
                String.class,
                days.stream().map(CountDay::calendar).toArray());
        statement.bindArray(
                prefix + day,
                String.class,
                days.stream().map(each -> each.day().toString()).toArray());
    }

    private <T> T read(Function<Handle, T> work) {
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
    }
}
