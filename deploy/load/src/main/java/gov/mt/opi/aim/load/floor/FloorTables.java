package gov.mt.opi.aim.load.floor;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Four tables, one column for each field, with a key each and six indexes. Each instance writes through its own connection. */
final class FloorTables implements AutoCloseable {

    private static final String SCHEMA = "benchmark_floor";
    private static final int ROWS_A_COPY = 10_000;

    private static final Map<RecordType, String> KEYS = Map.of(
            RecordType.SD, "state_id, district_number, line",
            RecordType.EN, "state_id, district_number, school_number, calendar_number, year, start_date",
            RecordType.PP, "state_id, district_number, school_number, calendar_number, year",
            RecordType.AT, "state_id, district_number, school_number, calendar_number");
    private static final List<String> INDEXES = List.of(
            "sd (district_number, local_id)",
            "sd (birth_date, first_name)",
            "en (district_number, school_number)",
            "en (start_date)",
            "pp (district_number, school_number)",
            "at (district_number, school_number)");

    private final Connection connection;
    private final CopyManager copies;
    private final Map<RecordType, StringBuilder> rows = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Integer> waiting = new EnumMap<>(RecordType.class);

    FloorTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (RecordType type : RecordType.values()) {
            rows.put(type, new StringBuilder());
            waiting.put(type, 0);
        }
    }

    /** Makes the tables anew. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (RecordType type : RecordType.values()) {
                String columns = type.layout().fields().stream()
                        .map(field -> column(field) + (field.format() == Format.DATE ? " date" : " text"))
                        .collect(Collectors.joining(", "));
                statement.execute("CREATE TABLE " + table(type) + " (line integer NOT NULL, " + columns
                        + ", PRIMARY KEY (" + KEYS.get(type) + "))");
            }
            for (String index : INDEXES) {
                statement.execute("CREATE INDEX ON " + SCHEMA + "." + index);
            }
        }
    }

    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        }
    }

    /** Lets the server write all that waits for a quiet moment. */
    static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** Rows of all tables. */
    static long count(Connection connection) throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            for (RecordType type : RecordType.values()) {
                try (var row = statement.executeQuery("SELECT count(*) FROM " + table(type))) {
                    row.next();
                    count += row.getLong(1);
                }
            }
        }
        return count;
    }

    void add(DataRecord record) throws IOException {
        RecordType type = record.type();
        StringBuilder text = rows.get(type);
        text.append(record.line());
        for (Field field : type.layout().fields()) {
            text.append('\t');
            String value = record.text(field.index());
            if (value.isEmpty()) {
                text.append("\\N");
            } else if (field.format() == Format.DATE) {
                text.append(record.date(field.index()));
            } else {
                append(text, value);
            }
        }
        text.append('\n');
        if (waiting.merge(type, 1, Integer::sum) >= ROWS_A_COPY) {
            copy(type);
        }
    }

    /** Writes what waits. */
    void flush() throws IOException {
        for (RecordType type : RecordType.values()) {
            if (waiting.get(type) > 0) {
                copy(type);
            }
        }
    }

    private void copy(RecordType type) throws IOException {
        byte[] bytes = rows.get(type).toString().getBytes(StandardCharsets.UTF_8);
        try {
            copies.copyIn("COPY " + table(type) + " FROM STDIN", new java.io.ByteArrayInputStream(bytes), 1 << 16);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        rows.get(type).setLength(0);
        waiting.put(type, 0);
    }

    private static void append(StringBuilder text, String value) {
        if (value.indexOf('\\') < 0) {
            text.append(value);
        } else {
            text.append(value.replace("\\", "\\\\"));
        }
    }

    private static String table(RecordType type) {
        return SCHEMA + "." + type.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code stateId} is {@code state_id}. */
    static String column(Field field) {
        return field.property().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
