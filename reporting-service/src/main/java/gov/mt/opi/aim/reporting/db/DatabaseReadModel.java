package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.db.StateTable.News;
import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.readmodel.Student;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The read model in this service's schema. */
@ApplicationScoped
class DatabaseReadModel implements ReadModel {

    private static final String ADVANCE =
            "INSERT INTO position AS known (topic, partition, next_offset, batches, applied_at)"
                    + " SELECT topic, partition, next_offset, 1, ?::timestamptz"
                    + " FROM unnest(?::text[], ?::integer[], ?::bigint[]) AS n (topic, partition, next_offset) ORDER BY 1, 2"
                    + " ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset,"
                    + " batches = known.batches + 1, applied_at = greatest(known.applied_at, excluded.applied_at)";

    /** The SQL state of a key that is there already. */
    private static final String DUPLICATE = "23505";

    private final Jdbi database;

    @Inject
    DatabaseReadModel(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void apply(StateChanges changes) {
        try {
            try {
                database.useTransaction(handle -> write(handle.getConnection(), changes, true));
            } catch (SQLException again) {
                if (!DUPLICATE.equals(again.getSQLState())) {
                    throw again;
                }
                // What was taken for new was there: the batch, or a part of it, comes again, which is rare.
                database.useTransaction(handle -> write(handle.getConnection(), changes, false));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the read model could not take the changes", e);
        }
    }

    @Override
    public List<Position> positions() {
        return database.withHandle(DatabaseReadModel::positions);
    }

    static List<Position> positions(Handle handle) {
        return handle.createQuery("SELECT topic, partition, next_offset FROM position")
                .map((row, context) -> new Position(row.getString(1), row.getInt(2), row.getLong(3)))
                .list();
    }

    /**
     * Writes the changes into the tables that the transaction sees; the caller commits.
     *
     * @param believing whether things in their first state are taken for new, which spares a look for nearly all while a
     *     state loads; the transaction fails as a duplicate where one is not
     */
    static void write(Connection transaction, StateChanges changes, boolean believing) throws SQLException {
        // First of all the position: where the read model is being replaced, writers wait here and hold nothing yet.
        advance(transaction, changes);
        lookThingsUp(transaction);
        News<Student> students = StateTables.STUDENT.news(transaction, changes.students(), believing);
        Elsewhere.remember(transaction, changes.students(), students.newer());
        Set<UUID> counted = StateTables.STUDENT.apply(transaction, changes.students(), students);
        counted.addAll(apply(transaction, StateTables.ENROLLMENT, changes.enrollments(), believing));
        counted.addAll(apply(transaction, StateTables.PROGRAM_PARTICIPATION, changes.programs(), believing));
        apply(transaction, StateTables.ATTENDANCE, changes.attendance(), believing);
        CensusChanges.tell(transaction, counted);
    }

    private static <T extends Versioned> Set<UUID> apply(
            Connection transaction, StateTable<T> table, Changes<T> changes, boolean believing) throws SQLException {
        return table.apply(transaction, changes, table.news(transaction, changes, believing));
    }

    /** Thousands of keys are looked up by index, whatever the planner believes of tables that were never analysed. */
    private static void lookThingsUp(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
                    + " SET LOCAL enable_mergejoin = off");
        }
    }

    private static void advance(Connection transaction, StateChanges changes) throws SQLException {
        List<Position> positions = changes.positions();
        try (PreparedStatement statement = transaction.prepareStatement(ADVANCE)) {
            statement.setString(1, changes.at().toString());
            statement.setArray(
                    2,
                    transaction.createArrayOf(
                            "text", positions.stream().map(Position::topic).toArray()));
            statement.setArray(
                    3,
                    transaction.createArrayOf(
                            "integer",
                            positions.stream().map(Position::partition).toArray()));
            statement.setArray(
                    4,
                    transaction.createArrayOf(
                            "bigint",
                            positions.stream().map(Position::nextOffset).toArray()));
            statement.executeUpdate();
        }
    }
}
