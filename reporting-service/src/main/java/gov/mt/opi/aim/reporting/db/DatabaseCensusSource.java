package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.db.CopiedRows;
import gov.mt.opi.aim.reporting.census.CensusSource;
import gov.mt.opi.aim.reporting.census.Stay;
import gov.mt.opi.aim.reporting.report.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The census as the tables of the read model say it. */
@ApplicationScoped
class DatabaseCensusSource implements CensusSource {

    /** Above this many students a pass over the tables is faster than looking each up. */
    private static final int LOOK_UP_MAX = 50_000;

    /** Look-ups by index, whatever the planner believes of tables that were never analysed. */
    private static final List<String> LOOK_UPS =
            List.of("enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off");

    /**
     * And the reverse: one pass over each table, with room for it. Parallel workers would cost more than they give: what reads
     * the rows needs a core too.
     */
    private static final List<String> ONE_PASS =
            List.of("enable_nestloop = off", "work_mem = '64MB'", "max_parallel_workers_per_gather = 0");

    /** Above this many names, repeated ones counted, everything is read: that needs no memory for names. */
    private static final long NAMED_MAX = 1_000_000;

    /** The columns after the first five are the dimensions, in the order of their constants. */
    private static final String STAYS =
            """
            SELECT e.student_key, e.enrollment_key, e.first_day - DATE '1970-01-01',
                   CASE WHEN e.last_day = 'infinity' THEN NULL ELSE e.last_day - DATE '1970-01-01' END,
                   (date_part('epoch', p.changed_at) * 1000000)::bigint,
                   e.district_number, e.school_number, e.grade, coalesce(s.race_ethnicity, ''), coalesce(s.gender, ''),
                   e.service_type, coalesce(p.lunch, 'N'), coalesce(p.sped, 'N'), coalesce(p.section504, 'N'),
                   coalesce(p.lep_status, ''), coalesce(p.homeless, 'N'), coalesce(p.immigrant, 'N'),
                   coalesce(p.title_i, 'N')
            FROM %s
            LEFT JOIN student s ON s.student_key = e.student_key
            LEFT JOIN program_participation p ON p.place = e.place
            ORDER BY e.student_key
            """;

    private final Jdbi database;

    @Inject
    DatabaseCensusSource(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public <T> T read(Optional<Moment> since, Function<Reading, T> reader) {
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
            Moment moment = moment(transaction);
            Optional<Set<UUID>> changed = since.flatMap(before -> changed(transaction, before, moment));
            return reader.apply(new Tables(transaction, moment, since, changed));
        });
    }

    @Override
    public Moment now() {
        return database.withHandle(DatabaseCensusSource::moment);
    }

    private static Moment moment(Handle transaction) {
        return transaction
                .createQuery("SELECT coalesce(max(change_id), 0), (SELECT max(applied_at) FROM position)"
                        + " FROM census_change")
                .map((row, context) -> new Moment(row.getLong(1), Columns.instant(row, 2)))
                .one();
    }

    /** Whom the changes since a moment name; nobody by name when they are too many. */
    private static Optional<Set<UUID>> changed(Handle transaction, Moment before, Moment now) {
        if (before.change() == now.change()) {
            return Optional.of(Set.of());
        }
        // A number is missing where a transaction that had taken it was rolled back, and a change may name nobody.
        // Reading everything is right in both cases.
        boolean named = transaction
                .createQuery("SELECT count(student_keys) = :changes AND sum(cardinality(student_keys)) <= :max"
                        + " FROM census_change WHERE change_id > :change")
                .bind("changes", now.change() - before.change())
                .bind("max", NAMED_MAX)
                .bind("change", before.change())
                .mapTo(Boolean.class)
                .one();
        if (!named) {
            return Optional.empty();
        }
        Set<UUID> students = new HashSet<>();
        copy(transaction, "SELECT DISTINCT " + namedSince(before), row -> students.add(row.uuid()));
        return Optional.of(students);
    }

    private static void copy(Handle transaction, String query, Consumer<CopiedRows> row) {
        try (CopiedRows rows = new CopiedRows(transaction.getConnection(), query)) {
            while (rows.next()) {
                row.accept(rows);
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static String namedSince(Moment before) {
        return "unnest(student_keys) FROM census_change WHERE change_id > " + before.change();
    }

    private record Tables(Handle transaction, Moment moment, Optional<Moment> since, Optional<Set<UUID>> changed)
            implements Reading {

        @Override
        public void stays(Consumer<Stay> stays) {
            if (changed.isEmpty()) {
                read(ONE_PASS, "enrollment e", stays);
            } else {
                List<String> way = changed.get().size() > LOOK_UP_MAX ? ONE_PASS : LOOK_UPS;
                // In the order of the keys what is looked up one after the other lies together.
                String named =
                        "(SELECT DISTINCT " + namedSince(since.orElseThrow()) + " ORDER BY 1) named (student_key)";
                read(way, named + " JOIN enrollment e USING (student_key)", stays);
            }
        }

        private void read(List<String> way, String enrollments, Consumer<Stay> stays) {
            way.forEach(setting -> transaction.execute("SET LOCAL " + setting));
            copy(transaction, STAYS.formatted(enrollments), row -> stays.accept(stay(row)));
        }

        private static Stay stay(CopiedRows row) {
            UUID student = row.uuid();
            UUID enrollment = row.uuid();
            int firstDay = row.integer(0);
            int lastDay = row.integer(Stay.NO_END);
            long programsChangedAt = row.bigint(0);
            String[] values = new String[Dimension.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.text();
            }
            return new Stay(student, enrollment, firstDay, lastDay, values, programsChangedAt);
        }
    }
}
