package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Where a transaction leaves its events. The table, in the service's own schema:
 *
 * <pre>
 * CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, events bytea NOT NULL);
 * ALTER TABLE outbox ALTER COLUMN events SET STORAGE EXTERNAL;
 * </pre>
 */
public final class Outbox {

    private final OutboxRelay relay;

    public Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /**
     * Writes the events into the transaction of the connection. Call it last in the transaction, and {@link #committed()}
     * after the commit.
     */
    public void write(Connection transaction, List<OutgoingEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO outbox (events) VALUES (?)")) {
            insert.setBytes(1, EventPack.pack(events));
            insert.executeUpdate();
        }
    }

    /** Tells the relay that there is something to send. */
    public void committed() {
        relay.wake();
    }

    /** Waits until everything that was committed before is with the broker, or the time is over. */
    public boolean awaitSent(java.time.Duration patience) {
        return relay.awaitSent(patience);
    }
}
