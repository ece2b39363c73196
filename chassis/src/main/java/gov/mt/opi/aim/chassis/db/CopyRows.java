package gov.mt.opi.aim.chassis.db;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows on their way into a table by COPY in PostgreSQL's binary format, which costs both sides a fraction of what
 * arrays of text do. The database takes rows in while the next ones are made. Until it is closed the connection is of no
 * other use. A row whose key is there already fails the transaction.
 */
public final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int FIRST_CAPACITY = 80 * 1024;
    private static final int PACKET_BYTES = 64 * 1024;
    private static final int NULL = -1;
    private static final int NO_MORE_ROWS = -1;
    /** Texts up to this length are written a character at a time; making an array of bytes first costs more. */
    private static final int SHORT = 12;

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 24 * 60 * 60;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;
    private static final int FOREVER = Integer.MAX_VALUE;

    private static final int DECIMALS = 4;
    private static final int BASE = 10_000;

    private final CopyIn copy;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    /**
     * Begins to copy.
     *
     * @param columns the table's columns in the order of the values
     */
    public CopyRows(Connection transaction, String table, String columns) throws SQLException {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length + FLAGS_AND_EXTENSION;
        copy = transaction
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
    }

    /** Adds a row. */
    public void add(List<ColumnType> types, Object... values) throws SQLException {
        row(values.length);
        for (int i = 0; i < values.length; i++) {
            value(types.get(i), values[i]);
        }
    }

    /** Begins a row; exactly so many values must follow. */
    public void row(int columns) throws SQLException {
        if (length >= PACKET_BYTES) {
            send();
        }
        room(Short.BYTES);
        bytes[length++] = (byte) (columns >> Byte.SIZE);
        bytes[length++] = (byte) columns;
    }

    /** A value of the row, null for none. */
    public void value(ColumnType type, Object value) {
        room(Long.BYTES * 4);
        if (value == null) {
            integer(NULL);
            return;
        }
        switch (type) {
            case UUID -> {
                UUID uuid = (UUID) value;
                integer(Long.BYTES * 2);
                bigint(uuid.getMostSignificantBits());
                bigint(uuid.getLeastSignificantBits());
            }
            case TEXT -> text(value.toString());
            case INTEGER -> {
                integer(Integer.BYTES);
                integer(((Number) value).intValue());
            }
            case BIGINT -> {
                integer(Long.BYTES);
                bigint(((Number) value).longValue());
            }
            case DATE -> {
                LocalDate date = value instanceof LocalDate given ? given : LocalDate.parse(value.toString());
                integer(Integer.BYTES);
                integer(date.equals(ColumnType.NO_END) ? FOREVER : Math.toIntExact(date.toEpochDay() - EPOCH_DAY));
            }
            case TIMESTAMP -> {
                LocalDateTime at = (LocalDateTime) value;
                moment(at.toEpochSecond(ZoneOffset.UTC), at.getNano());
            }
            case TIMESTAMPTZ -> {
                Instant at = (Instant) value;
                moment(at.getEpochSecond(), at.getNano());
            }
            case NUMERIC -> portion(new BigDecimal(value.toString()));
        }
    }

    /** Sends what is left and waits until the database has taken all rows in. */
    public void end() throws SQLException {
        room(Short.BYTES);
        bytes[length++] = (byte) NO_MORE_ROWS;
        bytes[length++] = (byte) NO_MORE_ROWS;
        send();
        copy.endCopy();
    }

    /** Takes nothing in unless {@link #end} was reached. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void moment(long epochSecond, int nano) {
        integer(Long.BYTES);
        bigint((epochSecond - EPOCH_SECOND) * MICROS + nano / NANOS_OF_A_MICRO);
    }

    private void text(String value) {
        int begin = length;
        integer(value.length());
        if (value.length() <= SHORT) {
            int i = 0;
            while (i < value.length() && value.charAt(i) < 128) {
                bytes[length++] = (byte) value.charAt(i++);
            }
            if (i == value.length()) {
                return;
            }
        }
        length = begin;
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        integer(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** A number from 0 to 1: PostgreSQL keeps decimals four to a digit. */
    private void portion(BigDecimal value) {
        int decimals =
                value.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().intValueExact();
        if (decimals < 0 || decimals > BASE) {
            throw new IllegalArgumentException("no portion");
        }
        int digits = decimals == 0 ? 0 : 1;
        integer((4 + digits) * Short.BYTES);
        shortInteger(digits);
        // The power of 10,000 that the digit counts.
        shortInteger(decimals == BASE ? 0 : -1);
        shortInteger(0);
        shortInteger(DECIMALS);
        if (digits == 1) {
            shortInteger(decimals == BASE ? 1 : decimals);
        }
    }

    private void shortInteger(int value) {
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void integer(int value) {
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void bigint(long value) {
        integer((int) (value >> 32));
        integer((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
