package gov.mt.opi.aim.chassis.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows on their way into a statement, column by column, as the arrays of an {@code unnest}: one round trip for thousands. Of
 * one column they are the list of an {@code = ANY}.
 */
public final class ArrayColumns {

    private static final String BYTES = "bytea";

    private final List<String> types;
    private final List<List<Object>> columns = new ArrayList<>();

    /** Columns of these PostgreSQL types, in order. */
    public ArrayColumns(List<String> types) {
        this.types = types;
        types.forEach(type -> columns.add(new ArrayList<>()));
    }

    /** Columns of these PostgreSQL types, in order. */
    public ArrayColumns(String... types) {
        this(List.of(types));
    }

    /** Keys, in their order: what is looked up one after the other then lies together. */
    public static ArrayColumns of(Collection<UUID> keys) {
        ArrayColumns rows = new ArrayColumns("uuid");
        keys.stream().sorted().forEach(rows::add);
        return rows;
    }

    /** Adds a row, with null for what is absent; dates, times and decimals may be given as themselves. */
    public void add(Object... row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    /** True without rows. */
    public boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** {@code unnest(?::uuid[], ?::text[])} for the types of the columns. */
    public String unnest() {
        return types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /**
     * {@code ANY (?::uuid[])}, the list of the first column, for a comparison with an indexed column. PostgreSQL sorts the list
     * and goes through the index once, from leaf to leaf; joined with an {@link #unnest} it would descend for every row.
     */
    public String any() {
        return "ANY (?::" + types.get(0) + "[])";
    }

    /** Binds the columns to the first parameters of the statement. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            if (types.get(i).equals(BYTES)) {
                // Bytes go as they are; in words they would be twice as long.
                byte[][] values = columns.get(i).toArray(byte[][]::new);
                statement.setArray(i + 1, statement.getConnection().createArrayOf(BYTES, values));
            } else {
                // In words and of the type that the statement says; the driver would send texts, each of which is cast.
                statement.setObject(i + 1, array(columns.get(i)), Types.OTHER);
            }
        }
    }

    /** A statement with the rows where its text says {@code %s}. Other parameters come after them. */
    public PreparedStatement prepare(Connection transaction, String sql) throws SQLException {
        PreparedStatement statement = transaction.prepareStatement(sql.formatted(unnest()));
        try {
            bind(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Runs a statement with the rows where its text says {@code %s}; nothing where there are none. */
    public void execute(Connection transaction, String sql) throws SQLException {
        if (isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepare(transaction, sql)) {
            statement.executeUpdate();
        }
    }

    /** An array as PostgreSQL writes it. */
    static String array(List<Object> values) {
        StringBuilder array = new StringBuilder(values.size() * 16 + 2).append('{');
        for (Object value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            if (value == null || value instanceof Number || value instanceof UUID) {
                array.append(value == null ? "NULL" : value.toString());
            } else {
                quote(value.toString(), array);
            }
        }
        return array.append('}').toString();
    }

    private static void quote(String value, StringBuilder array) {
        array.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            }
            array.append(c);
        }
        array.append('"');
    }
}
