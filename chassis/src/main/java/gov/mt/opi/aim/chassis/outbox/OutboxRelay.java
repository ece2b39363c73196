package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.metrics.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends what transactions left in the outbox, in order, and takes it out when the broker has it. One relay works at a
 * time in the whole system (a lock of the database elects it); a crash between sending and taking out sends the same
 * events again, with the same ids.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Rows of one turn, and of those kept in memory: a row can hold ten thousand events, and what lives long is copied often. */
    private static final int ROWS_PER_TURN = 2;

    private static final Step RELAYING = Step.named("relay outbox");
    private static final Duration IDLE = Duration.ofMillis(200);

    private final DataSource database;
    private final EventPublisher publisher;
    private final Perseverance perseverance;
    private final long lock;
    private final Thread thread;
    private final Object signal = new Object();
    /**
     * Events that this instance wrote lately: they need not be read back. What is not here, because another instance or
     * an earlier life wrote it, is read from its row; what was rolled back is pushed out by what follows. Known by the marks
     * of their packs: the number of a row can be drawn again after the database crashed.
     */
    private final Map<UUID, List<OutgoingEvent>> recent = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<OutgoingEvent>> eldest) {
            return size() > ROWS_PER_TURN;
        }
    });

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

    /** Events that were packed under a mark and are, or are not, about to be committed. */
    void written(UUID mark, List<OutgoingEvent> events) {
        recent.put(mark, events);
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
        // The lock belongs to the session, so that no transaction is open while the broker is waited for.
        // Most turns of a quiet service find nothing, and need no lock for that.
        try (Connection connection = database.getConnection()) {
            if (waiting(connection).isEmpty() || !tryLock(connection)) {
                return true;
            }
            try {
                List<Waiting> waiting = waiting(connection);
                if (waiting.isEmpty()) {
                    return true;
                }
                return RELAYING.time(() -> send(connection, waiting));
            } finally {
                unlock(connection);
            }
        }
    }

    /** A row that is to be sent, by its number and the mark of its pack. */
    private record Waiting(long id, UUID mark) {}

    /** Sends the rows and takes them out; true when these were the last. */
    private boolean send(Connection connection, List<Waiting> waiting) throws SQLException {
        EventPublisher.Batch batch = publisher.batch();
        for (Waiting row : waiting) {
            events(connection, row).forEach(batch::send);
        }
        batch.await();
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", waiting.stream().map(Waiting::id).toArray()));
            delete.executeUpdate();
        }
        waiting.forEach(row -> recent.remove(row.mark()));
        return waiting.size() < ROWS_PER_TURN;
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        List<Waiting> waiting = new ArrayList<>(ROWS_PER_TURN);
        try (PreparedStatement select = connection.prepareStatement("SELECT id, substring(events FROM 1 FOR "
                + EventPack.MARK_BYTES + ") FROM outbox ORDER BY id LIMIT " + ROWS_PER_TURN)) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong(1), EventPack.mark(row.getBytes(2))));
                }
            }
        }
        return waiting;
    }

    private List<OutgoingEvent> events(Connection connection, Waiting waiting) throws SQLException {
        List<OutgoingEvent> own = recent.get(waiting.mark());
        if (own != null) {
            return own;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT events FROM outbox WHERE id = ?")) {
            select.setLong(1, waiting.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? EventPack.unpack(row.getBytes(1)) : List.of();
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
