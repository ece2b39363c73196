package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.changes.ThingKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Publishes things of the view again, through the outbox. Its rows are locked while they are read and their events written,
 * so that no change of a thing gets an outbox number before the older state that is published here.
 */
public final class JdbcResync implements Resync {

    /** Things of one transaction, and of one row of the outbox. */
    private static final int THINGS_AT_ONCE = 2000;

    /** A batch of records that locked the same rows in another order: the database ends one of the two. */
    private static final String CONFLICT = "40";

    private static final int ATTEMPTS = 5;

    private static final String OF_STUDENT = "student_key IN (" + CurrentThings.PERSON + ")";

    private final DataSource database;
    private final Outbox outbox;
    private final Function<Applied, List<OutgoingEvent>> announcements;

    /**
     * Resync of the view in a database.
     *
     * @param announcements what the world is told of changes
     */
    public JdbcResync(DataSource database, Outbox outbox, Function<Applied, List<OutgoingEvent>> announcements) {
        this.database = database;
        this.outbox = outbox;
        this.announcements = announcements;
    }

    @Override
    public Republished student(String stateId) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                return republish(connection, OF_STUDENT, OF_STUDENT, stateId);
            }
        });
    }

    @Override
    public Republished district(String districtNumber) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                Republished things = republish(
                        connection,
                        "(district_number = ? OR student_key IN (SELECT student_key FROM local_id WHERE district_number = ?))",
                        "district_number = ?",
                        districtNumber);
                int held = portion(connection, () -> held(connection, districtNumber), 1);
                outbox.committed();
                return new Republished(things.students(), things.things() + held);
            }
        });
    }

    private Republished republish(Connection connection, String ofStudents, String ofOthers, String value)
            throws SQLException {
        int students = 0;
        int things = 0;
        for (ThingKind kind : ThingKind.values()) {
            boolean student = kind == ThingKind.STUDENT;
            List<UUID> keys = student
                    ? keys(connection, "SELECT student_key FROM student WHERE " + ofStudents, value)
                    : keys(
                            connection,
                            "SELECT record_key FROM "
                                    + CurrentThings.table(kind).name() + " WHERE " + ofOthers,
                            value);
            int sent = inPortions(connection, keys, some -> new CurrentThings(connection)
                    .lock(kind, some)
                    .values());
            students += student ? sent : 0;
            things += sent;
        }
        List<UUID> gone = keys(connection, "SELECT thing_key FROM gone_thing WHERE " + ofOthers, value);
        things += inPortions(connection, gone, some -> {
            // There is no row to lock of a thing that may come back at this moment.
            JdbcTransactions.runAlone(connection);
            return new CurrentThings(connection).gone(some, Optional.empty()).values();
        });
        return new Republished(students, things);
    }

    /** The state of some things, read in the transaction in which their events are written. */
    @FunctionalInterface
    private interface States {
        Collection<StateChange> of(List<UUID> keys) throws SQLException;
    }

    private int inPortions(Connection connection, List<UUID> keys, States states) throws SQLException {
        int sent = 0;
        for (int from = 0; from < keys.size(); from += THINGS_AT_ONCE) {
            List<UUID> some = keys.subList(from, Math.min(keys.size(), from + THINGS_AT_ONCE));
            sent += portion(
                    connection, () -> announcements.apply(new Applied(List.of(), List.copyOf(states.of(some)))), 1);
            outbox.committed();
        }
        return sent;
    }

    private static List<OutgoingEvent> held(Connection connection, String districtNumber) throws SQLException {
        HeldTable lines = new HeldTable(connection, Instant.now());
        lines.tellAgain(districtNumber);
        return lines.news();
    }

    /** Events of what is read in the transaction in which they are written. */
    @FunctionalInterface
    private interface Events {
        List<OutgoingEvent> read() throws SQLException;
    }

    private int portion(Connection connection, Events events, int attempt) throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<OutgoingEvent> now = events.read();
            outbox.write(connection, now);
            connection.commit();
            return now.size();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            boolean crossed = failed instanceof SQLException conflict
                    && String.valueOf(conflict.getSQLState()).startsWith(CONFLICT);
            if (!crossed || attempt == ATTEMPTS) {
                throw failed;
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return portion(connection, events, attempt + 1);
    }

    /** Every placeholder stands for the same value. */
    private static List<UUID> keys(Connection connection, String sql, String value) throws SQLException {
        int placeholders = (int) sql.chars().filter(c -> c == '?').count();
        return Query.list(
                connection,
                sql + " ORDER BY 1",
                Collections.nCopies(placeholders, value),
                row -> row.getObject(1, UUID.class));
    }
}
