package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Where a transaction leaves its events. The table, in the service's own schema:
 *
 * <pre>
 * CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, events bytea NOT NULL);
 * ALTER TABLE outbox ALTER COLUMN events SET STORAGE EXTERNAL;
 * </pre>
 */
public final class Outbox {

    private static final long NOTHING = 0;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final OutboxRelay relay;

    /** The outbox that the relay empties. */
    public Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /**
     * Events as the outbox keeps them.
     *
     * @param mark what nobody else's events begin with
     * @param bytes the events, packed
     */
    public record Packed(List<OutgoingEvent> events, UUID mark, byte[] bytes) {}

    /** Packs events; needs no database, so a transaction can do it while it waits. */
    public static Packed pack(List<OutgoingEvent> events) {
        UUID mark = UUID.randomUUID();
        return new Packed(List.copyOf(events), mark, events.isEmpty() ? new byte[0] : EventPack.pack(mark, events));
    }

    /**
     * Writes the events into the transaction of the connection. Call it last in the transaction, and {@link #committed()}
     * after the commit.
     *
     * @return the number under which they wait, for {@link #awaitSent}
     */
    public long write(Connection transaction, List<OutgoingEvent> events) throws SQLException {
        return write(transaction, pack(events));
    }

    /** The same with events that were packed before. */
    public long write(Connection transaction, Packed packed) throws SQLException {
        if (packed.events().isEmpty()) {
            return NOTHING;
        }
        try (PreparedStatement insert =
                transaction.prepareStatement("INSERT INTO outbox (events) VALUES (?) RETURNING id")) {
            insert.setBytes(1, packed.bytes());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                long number = row.getLong(1);
                relay.written(packed.mark(), packed.events());
                return number;
            }
        }
    }

    /** Tells the relay that there is something to send. */
    public void committed() {
        relay.wake();
    }

    /**
     * Waits until the broker has the events that were written under this number, whichever instance's relay sends them.
     *
     * @return false when the time is over before; they are sent later
     */
    public boolean awaitSent(long number, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isWaiting(number)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean isWaiting(long number) throws SQLException {
        try (Connection connection = relay.database().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT 1 FROM outbox WHERE id = ?")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
