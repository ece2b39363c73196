package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The read model in this service's schema. */
@ApplicationScoped
class DatabaseReadModel implements ReadModel {

    private static final String ADVANCE =
            "INSERT INTO position AS known (topic, partition, next_offset, batches, applied_at)"
                    + " SELECT topic, partition, next_offset, 1, ?::timestamptz"
                    + " FROM unnest(?::text[], ?::integer[], ?::bigint[]) AS n (topic, partition, next_offset) ORDER BY 1, 2"
                    + " ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset,"
                    + " batches = known.batches + 1, applied_at = greatest(known.applied_at, excluded.applied_at)";

    private final Jdbi database;
    private final RecentCounts recent;

    @Inject
    DatabaseReadModel(DataSource database, RecentCountsConfig config) {
        this.database = Jdbi.create(database);
        this.recent = new RecentCounts(config.rowsMax());
    }

    @Override
    public void apply(StateChanges changes) {
        try {
            database.useTransaction(handle -> write(handle.getConnection(), changes));
        } catch (SQLException e) {
            throw new IllegalStateException("the read model could not take the changes", e);
        }
    }

    @Override
    public Counts membership(LocalDate on, Slice slice) {
        // One view of the database for the moment and the numbers.
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Moment moment = Moment.of(handle);
            Optional<Counts> known = recent.find(moment, on, slice);
            if (known.isPresent()) {
                return known.get();
            }
            Members.joinByHash(handle);
            Counts counts = Members.on(on, slice.asksServiceType()).count(handle, slice, moment.asOf());
            recent.keep(moment, on, slice, counts);
            return counts;
        });
    }

    private static void write(Connection transaction, StateChanges changes) throws SQLException {
        StateTables.STUDENT.apply(transaction, changes.students());
        StateTables.ENROLLMENT.apply(transaction, changes.enrollments());
        StateTables.PROGRAM_PARTICIPATION.apply(transaction, changes.programs());
        StateTables.ATTENDANCE.apply(transaction, changes.attendance());
        advance(transaction, changes);
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
