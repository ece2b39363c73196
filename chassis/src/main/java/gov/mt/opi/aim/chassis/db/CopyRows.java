package gov.mt.opi.aim.reporting.db;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows on their way into a table by COPY in PostgreSQL's binary format, which costs both sides a fraction of what
 * arrays of text do. A row whose key is there already fails the transaction.
 */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int FIRST_CAPACITY = 64 * 1024;
    private static final int PACKET_BYTES = 64 * 1024;
    private static final int NULL = -1;
    private static final int NO_MORE_ROWS = -1;
    /** Texts up to this length are written a character at a time; making an array of bytes first costs more. */
    private static final int SHORT = 12;

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 24 * 60 * 60;
    private static final long MICROS = 1_000_000;
    private static final int FOREVER = Integer.MAX_VALUE;

    private static final int DECIMALS = 4;
    private static final int BASE = 10_000;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private int rows;

    CopyRows() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length + FLAGS_AND_EXTENSION;
    }

    /** Begins a row; exactly so many values must follow. */
    void row(int columns) {
        rows++;
        room(Short.BYTES);
        bytes[length++] = (byte) (columns >> Byte.SIZE);
        bytes[length++] = (byte) columns;
    }

    /** A value of the row, null for none. */
    void value(ColumnType type, Object value) {
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
            case TEXT -> text((String) value);
            case INTEGER -> {
                integer(Integer.BYTES);
                integer((Integer) value);
            }
            case BIGINT -> {
                integer(Long.BYTES);
                bigint((Long) value);
            }
            case DATE -> {
                LocalDate date = (LocalDate) value;
                integer(Integer.BYTES);
                integer(date.equals(ColumnType.NO_END) ? FOREVER : Math.toIntExact(date.toEpochDay() - EPOCH_DAY));
            }
            case TIMESTAMPTZ -> {
                Instant at = (Instant) value;
                integer(Long.BYTES);
                bigint((at.getEpochSecond() - EPOCH_SECOND) * MICROS + at.getNano() / (1_000_000_000 / MICROS));
            }
            case NUMERIC -> portion((BigDecimal) value);
        }
    }

    /**
     * Sends the rows.
     *
     * @param columns the table's columns in the order of the values
     */
    void copy(Connection transaction, String table, String columns) throws SQLException {
        if (rows == 0) {
            return;
        }
        room(Short.BYTES);
        bytes[length++] = (byte) NO_MORE_ROWS;
        bytes[length++] = (byte) NO_MORE_ROWS;
        CopyIn copy = transaction
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
        try {
            for (int sent = 0; sent < length; sent += PACKET_BYTES) {
                copy.writeToCopy(bytes, sent, Math.min(PACKET_BYTES, length - sent));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
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
