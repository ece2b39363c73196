package gov.mt.opi.aim.intake.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows for one statement, column by column, the way {@code unnest} takes them: one round trip for thousands. */
final class Rows {

    private final String[] types;
    private final List<List<Object>> columns = new ArrayList<>();

    /** Rows without content yet; the types are those of PostgreSQL, one a column. */
    Rows(String... types) {
        this.types = types;
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    void add(Object... values) {
        for (int i = 0; i < types.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** Runs a statement with one array parameter a column; nothing where there are no rows. */
    void execute(Connection transaction, String sql) throws SQLException {
        if (isEmpty()) {
            return;
        }
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            bind(statement);
            statement.executeUpdate();
        }
    }

    /** Sets the array parameters 1, 2, … of a statement. */
    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            // The driver takes bytes only in an array of exactly their type.
            Object[] values = types[i].equals("bytea")
                    ? columns.get(i).toArray(byte[][]::new)
                    : columns.get(i).toArray();
            Array array = statement.getConnection().createArrayOf(types[i], values);
            statement.setArray(i + 1, array);
        }
    }
}
