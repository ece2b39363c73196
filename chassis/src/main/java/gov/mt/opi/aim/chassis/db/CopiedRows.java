package gov.mt.opi.aim.chassis.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a large query by COPY in PostgreSQL's binary format, read one after the other and in each the columns in their
 * order. The database works on while they are read; with a cursor it would take turns with its reader. Until it is closed the
 * connection is of no other use.
 */
public final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int NULL = -1;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CopyOut copy;
    private ByteBuffer row = NOTHING;
    private boolean begun;

    /**
     * Begins to read.
     *
     * @param query a SELECT without parameters
     */
    public CopiedRows(Connection transaction, String query) throws SQLException {
        copy = transaction
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    }

    /** Goes to the next row; false when there is none. */
    public boolean next() throws SQLException {
        if (!begun) {
            begun = true;
            skipHeader();
        }
        // The header may come alone or with the first row; a row is never cut.
        if ((row.hasRemaining() || receive()) && row.getShort() >= 0) {
            return true;
        }
        while (receive()) {
            // Only after its last word the connection is free again.
        }
        return false;
    }

    private void skipHeader() throws SQLException {
        if (receive()) {
            row.position(SIGNATURE_AND_FLAGS);
            row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
        }
    }

    /** The next column, of type uuid. */
    public UUID uuid() {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    /**
     * The next column, of type integer.
     *
     * @param none what stands for null
     */
    public int integer(int none) {
        return row.getInt() == NULL ? none : row.getInt();
    }

    /**
     * The next column, of type bigint.
     *
     * @param none what stands for null
     */
    public long bigint(long none) {
        return row.getInt() == NULL ? none : row.getLong();
    }

    /** The next column, of type text and never null. */
    public String text() {
        int length = row.getInt();
        String text = new String(row.array(), row.position(), length, StandardCharsets.UTF_8);
        row.position(row.position() + length);
        return text;
    }

    private boolean receive() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = ByteBuffer.wrap(message);
        return true;
    }

    /**
     * Frees the connection: rows that were not read are received and dropped. The driver's own cancelling would leave what is on
     * its way to whoever asks next.
     */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && receive()) {
            row = NOTHING;
        }
    }
}
