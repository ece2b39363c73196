package gov.mt.opi.aim.statestore.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** Keys, in their order: what is looked up one after the other then lies together. */
    static Columns of(Collection<UUID> keys) {
        Columns rows = new Columns("uuid");
        keys.stream().sorted().forEach(rows::add);
        return rows;
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
        for (int i = 0; i < columns.size(); i++) {
            // In words and of the type that the statement says; the driver would send texts, each of which is cast.
            statement.setObject(i + 1, array(columns.get(i)), Types.OTHER);
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
