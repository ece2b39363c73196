package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateTransactions;
import gov.mt.opi.aim.statestore.StatewideView;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Transactions of the view: the work, then what it changed, then its events into the outbox, then the commit. */
public final class JdbcTransactions implements StateTransactions {

    /**
     * A batch looks some thousand keys up, whatever the size of the view. On tables that were never analysed, or that
     * grew since a plan was made, the planner may read them whole instead; here that is never right.
     */
    private static final String INDEX_LOOK_UPS_ONLY =
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
                    + " SET LOCAL jit = off";

    private final DataSource database;
    private final Outbox outbox;
    private final Perseverance perseverance;
    private final Function<Applied, List<OutgoingEvent>> announcements;
    private final Clock clock;

    /**
     * Transactions on a database.
     *
     * @param announcements what the world is told of applied records
     */
    public JdbcTransactions(
            DataSource database,
            Outbox outbox,
            Perseverance perseverance,
            Function<Applied, List<OutgoingEvent>> announcements,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.perseverance = perseverance;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public void apply(Function<StatewideView, Applied> work) {
        perseverance.until("applying records to the view", () -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (Statement plans = connection.createStatement()) {
                    plans.execute(INDEX_LOOK_UPS_ONLY);
                    StatewideView view = new JdbcView(connection, clock);
                    Applied applied = work.apply(view);
                    ChangeTable.add(connection, applied.changes(), view.now());
                    outbox.write(connection, announcements.apply(applied));
                    connection.commit();
                } catch (Throwable failed) {
                    connection.rollback();
                    throw failed;
                }
            }
            outbox.committed();
            return null;
        });
    }
}
