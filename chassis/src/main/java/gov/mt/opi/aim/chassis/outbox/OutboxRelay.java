package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends what transactions left in the outbox, in order, and takes it out when the broker has it. One relay works at a
 * time in the whole system (a lock of the database elects it); a crash between sending and taking out sends the same
 * events again, with the same ids.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Rows of one turn: enough to fill the broker's batches, little enough for bounded memory. */
    private static final int ROWS_PER_TURN = 8;

    private static final Duration IDLE = Duration.ofMillis(200);

    private final DataSource database;
    private final EventPublisher publisher;
    private final Perseverance perseverance;
    private final long lock;
    private final Thread thread;
    private final Object signal = new Object();
    private boolean work = true;
    private volatile boolean closed;

    /**
     * A relay for the outbox of one service.
     *
     * @param service name of the service, from which the lock derives
     */
    public OutboxRelay(String service, DataSource database, EventPublisher publisher, Perseverance perseverance) {
        this.database = database;
        this.publisher = publisher;
        this.perseverance = perseverance;
        this.lock = 0x41494D_0000L + service.hashCode();
        this.thread = new Thread(this::run, "outbox-relay");
        this.thread.setDaemon(true);
    }

    public OutboxRelay start() {
        thread.start();
        return this;
    }

    DataSource database() {
        return database;
    }

    void wake() {
        synchronized (signal) {
            work = true;
            signal.notifyAll();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                boolean emptied = perseverance.until("sending the outbox", this::turn);
                if (emptied) {
                    rest();
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.errorf(
                            "the outbox relay failed (%s), trying again",
                            e.getClass().getName());
                    rest();
                }
            }
        }
    }

    /** Sends some rows; true when none is left (or another instance's relay is at work). */
    private boolean turn() throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<byte[]> packs = new ArrayList<>();
        // The lock belongs to the session, so that no transaction is open while the broker is waited for.
        try (Connection connection = database.getConnection()) {
            if (!tryLock(connection)) {
                return true;
            }
            try {
                try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, events FROM outbox ORDER BY id LIMIT ?")) {
                    select.setInt(1, ROWS_PER_TURN);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            ids.add(row.getLong(1));
                            packs.add(row.getBytes(2));
                        }
                    }
                }
                if (ids.isEmpty()) {
                    return true;
                }
                EventPublisher.Batch batch = publisher.batch();
                packs.forEach(pack -> EventPack.unpack(pack).forEach(batch::send));
                batch.await();
                try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
                    delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                    delete.executeUpdate();
                }
                return ids.size() < ROWS_PER_TURN;
            } finally {
                unlock(connection);
            }
        }
    }

    private boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            ask.setLong(1, lock);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void unlock(Connection connection) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            release.setLong(1, lock);
            release.execute();
        }
    }

    private void rest() {
        synchronized (signal) {
            if (!work && !closed) {
                try {
                    signal.wait(IDLE.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            work = false;
        }
    }
}
