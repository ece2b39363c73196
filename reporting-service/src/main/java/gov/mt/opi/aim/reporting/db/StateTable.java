package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of things by key and version. Each batch is a statement or two, however large it is.
 *
 * @param <T> the things
 */
final class StateTable<T extends Versioned> {

    private final List<Column<T>> columns;
    private final String rememberGone;
    private final String delete;
    private final String upsert;

    /** A column, its PostgreSQL type, and where its values come from. */
    record Column<T>(String name, String type, Function<T, Object> value) {}

    /**
     * A table.
     *
     * @param table its name
     * @param key its primary key, a UUID
     * @param columns its other columns but the version
     */
    StateTable(String table, String key, List<Column<T>> columns) {
        this.columns = new ArrayList<>(columns);
        this.columns.add(new Column<>("version", "bigint", Versioned::version));
        // The version a thing had when it went: the one the table has or the one of the batch, whichever is greater.
        this.rememberGone = "INSERT INTO gone AS known (thing_key, version)"
                + " SELECT n.thing_key, greatest(n.version, t.version)"
                + " FROM unnest(?::uuid[], ?::bigint[]) AS n (thing_key, version)"
                + " LEFT JOIN " + table + " t ON t." + key + " = n.thing_key ORDER BY 1"
                + " ON CONFLICT (thing_key) DO UPDATE SET version = greatest(known.version, excluded.version)";
        this.delete = "DELETE FROM " + table + " WHERE " + key + " = ANY (?)";
        this.upsert = upsert(table, key);
    }

    /** Writes the changes; older states leave newer ones as they are. */
    void apply(Connection transaction, Changes<T> changes) throws SQLException {
        if (!changes.gone().isEmpty()) {
            remove(transaction, changes.gone());
        }
        if (!changes.newest().isEmpty()) {
            write(transaction, changes.newest());
        }
    }

    private void remove(Connection transaction, Map<UUID, Long> gone) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(rememberGone)) {
            statement.setArray(
                    1, transaction.createArrayOf("uuid", gone.keySet().toArray()));
            statement.setArray(
                    2, transaction.createArrayOf("bigint", gone.values().toArray()));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = transaction.prepareStatement(delete)) {
            statement.setArray(
                    1, transaction.createArrayOf("uuid", gone.keySet().toArray()));
            statement.executeUpdate();
        }
    }

    private void write(Connection transaction, Map<UUID, T> newest) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(upsert)) {
            statement.setArray(
                    1, transaction.createArrayOf("uuid", newest.keySet().toArray()));
            int parameter = 2;
            for (Column<T> column : columns) {
                Object[] values = newest.values().stream().map(column.value()).toArray();
                statement.setArray(parameter++, transaction.createArrayOf(column.type(), values));
            }
            statement.executeUpdate();
        }
    }

    private String upsert(String table, String key) {
        String names = key + ", " + columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays = "?::uuid[], "
                + columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        String sets = columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS known (" + names + ") SELECT " + names + " FROM unnest(" + arrays
                + ") AS n (" + names + ") WHERE NOT EXISTS (SELECT FROM gone WHERE gone.thing_key = n." + key
                + " AND gone.version >= n.version) ORDER BY " + key + " ON CONFLICT (" + key + ") DO UPDATE SET " + sets
                + " WHERE known.version < excluded.version";
    }
}
