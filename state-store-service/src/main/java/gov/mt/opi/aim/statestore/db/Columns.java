package gov.mt.opi.aim.statestore.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows on their way into a statement, column by column, as the arrays of an {@code unnest}. */
final class Columns {

    private final List<String> types;
    private final List<List<Object>> columns = new ArrayList<>();

    /** Columns of these PostgreSQL types, in order. */
    Columns(List<String> types) {
        this.types = types;
        types.forEach(type -> columns.add(new ArrayList<>()));
    }

    Columns(String... types) {
        this(List.of(types));
    }

    /** Adds a row; dates, times and decimals may be given as themselves. */
    void add(Object... row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** {@code unnest(?::uuid[], ?::text[])} for the types of the columns. */
    String unnest() {
        return types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** Binds the columns to the first parameters of the statement. */
    void bind(PreparedStatement statement) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            Object[] values = columns.get(i).stream()
                    .map(value -> value instanceof Number || value == null ? value : value.toString())
                    .toArray();
            // Sent as text where the driver has no array of the type of its own; the statement casts.
            boolean number = types.get(i).equals("integer") || types.get(i).equals("bigint");
            statement.setArray(i + 1, connection.createArrayOf(number ? types.get(i) : "text", values));
        }
    }
}
