package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.metrics.Step;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateTransactions;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.identity.StewardTransactions;
import gov.mt.opi.aim.statestore.identity.StewardView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Transactions of the view: the work, then what it changed, then its events into the outbox, then the commit. What a batch of
 * records changed is written while its events are put into words.
 */
public final class JdbcTransactions implements StateTransactions, StewardTransactions {

    /**
     * A batch looks some thousand keys up, whatever the size of the view. On tables that were never analysed, or that
     * grew since a plan was made, the planner may read them whole instead; here that is never right.
     */
    private static final String INDEX_LOOK_UPS_ONLY =
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
                    + " SET LOCAL jit = off";

    /** Batches of records run beside each other, but not beside a person's work; the letters STID keep the lock apart. */
    private static final String AMONG_OTHERS = "; SELECT pg_advisory_xact_lock_shared(" + 0x53544944 + ", -1)";

    private static final String ALONE = "; SELECT pg_advisory_xact_lock(" + 0x53544944 + ", -1)";

    /** Threads that write what a batch changed while its own thread puts it into words. */
    private static final Executor WRITERS = Executors.newCachedThreadPool(task -> {
        Thread writer = new Thread(task, "view-writer");
        writer.setDaemon(true);
        return writer;
    });

    private static final Step DECIDING = Step.named("look up and decide");
    private static final Step TELLING = Step.named("put events into words");
    private static final Step WRITING = Step.named("write to the end");
    private static final Step COMMITTING = Step.named("commit");
    private static final Logger LOG = Logger.getLogger(JdbcTransactions.class);
    private static final int ATTEMPTS = 5;

    private final DataSource database;
    private final Outbox outbox;
    private final Perseverance perseverance;
    private final Function<Applied, List<OutgoingEvent>> announcements;
    private final Consumer<Applied> committed;
    private final Clock clock;

    /**
     * Transactions on a database.
     *
     * @param announcements what the world is told of applied records
     * @param committed takes note of what was applied for good
     */
    public JdbcTransactions(
            DataSource database,
            Outbox outbox,
            Perseverance perseverance,
            Function<Applied, List<OutgoingEvent>> announcements,
            Consumer<Applied> committed,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.perseverance = perseverance;
        this.announcements = announcements;
        this.committed = committed;
        this.clock = clock;
    }

    @Override
    public void apply(Function<StatewideView, Applied> work) {
        perseverance.until("applying records to the view", () -> {
            transaction(AMONG_OTHERS, Optional.of(WRITERS), work::apply);
            return null;
        });
    }

    /** A person waits for the answer: a conflict with others is tried again a few times, all else is told at once. */
    @Override
    public void alone(Function<StewardView, Applied> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction(ALONE, Optional.empty(), work);
                return;
            } catch (SQLException | ViewFailure failed) {
                SQLException cause = failed instanceof SQLException sql ? sql : (SQLException) failed.getCause();
                LOG.warnf("a decision met SQL state %s in attempt %d", cause.getSQLState(), attempt);
                if (attempt == ATTEMPTS || !isConflict(cause)) {
                    throw new ViewFailure(cause);
                }
            }
        }
    }

    /** From here on until the end of a transaction no batch of records and no other person's work is under way. */
    static void runAlone(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(ALONE.substring(2));
        }
    }

    /** Two transactions that met: serialization and deadlock (class 40), unique and exclusion constraints. */
    private static boolean isConflict(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("40") || state.equals("23505") || state.equals("23P01");
    }

    @Override
    public <T> T read(Function<StewardView, T> work) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (Statement plans = connection.createStatement()) {
                    plans.execute(INDEX_LOOK_UPS_ONLY);
                    return work.apply(new JdbcView(connection, clock, Optional.empty()));
                } finally {
                    connection.rollback();
                }
            }
        });
    }

    private void transaction(String lock, Optional<Executor> writer, Function<StewardView, Applied> work)
            throws SQLException {
        Applied applied;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcView view = new JdbcView(connection, clock, writer);
            try {
                try (Statement plans = connection.createStatement()) {
                    plans.execute(INDEX_LOOK_UPS_ONLY + lock);
                }
                applied = DECIDING.time(() -> work.apply(view));
                Outbox.Packed events = TELLING.time(() -> Outbox.pack(announcements.apply(applied)));
                WRITING.time(() -> {
                    view.writes().await();
                    ChangeTable.add(connection, applied.changes(), view.now());
                    outbox.write(connection, view.heldNews());
                    return outbox.write(connection, events);
                });
                COMMITTING.time(() -> {
                    connection.commit();
                    return null;
                });
            } catch (Throwable failed) {
                view.writes().end();
                connection.rollback();
                throw failed;
            }
        }
        committed.accept(applied);
        outbox.committed();
    }
}
