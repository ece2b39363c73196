package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final boolean tellsStudents;

    /** A column, its PostgreSQL type, and where its values come from. */
    record Column<T>(String name, String type, Function<T, Object> value) {}

    /**
     * A table.
     *
     * @param table its name
     * @param key its primary key, a UUID
     * @param student the column that says whose things they are; empty when no count depends on them
     * @param columns its other columns but the version
     */
    StateTable(String table, String key, Optional<String> student, List<Column<T>> columns) {
        this.columns = new ArrayList<>(columns);
        this.columns.add(new Column<>("version", "bigint", Versioned::version));
        // The version a thing had when it went: the one the table has or the one of the batch, whichever is greater.
        this.rememberGone = "INSERT INTO gone AS known (thing_key, version)"
                + " SELECT n.thing_key, greatest(n.version, t.version)"
                + " FROM unnest(?::uuid[], ?::bigint[]) AS n (thing_key, version)"
                + " LEFT JOIN " + table + " t ON t." + key + " = n.thing_key ORDER BY 1"
                + " ON CONFLICT (thing_key) DO UPDATE SET version = greatest(known.version, excluded.version)";
        this.tellsStudents = student.isPresent();
        this.delete = "DELETE FROM " + table + " WHERE " + key + " = ANY (?)"
                + student.map(column -> " RETURNING " + column + ", null").orElse("");
        // A thing may move from one student to another: then both are counted anew.
        this.upsert = upsert(table, key)
                + student.map(column -> " RETURNING new." + column + ", old." + column)
                        .orElse("");
    }

    /**
     * Writes the changes; older states leave newer ones as they are.
     *
     * @return the students whose things really changed
     */
    Set<UUID> apply(Connection transaction, Changes<T> changes) throws SQLException {
        Set<UUID> students = new HashSet<>();
        if (!changes.gone().isEmpty()) {
            remove(transaction, changes.gone(), students);
        }
        if (!changes.newest().isEmpty()) {
            write(transaction, changes.newest(), students);
        }
        return students;
    }

    private void remove(Connection transaction, Map<UUID, Long> gone, Set<UUID> students) throws SQLException {
        Object[] keys = gone.keySet().toArray();
        try (PreparedStatement statement = transaction.prepareStatement(rememberGone)) {
            statement.setArray(1, transaction.createArrayOf("uuid", keys));
            statement.setArray(
                    2, transaction.createArrayOf("bigint", gone.values().toArray()));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = transaction.prepareStatement(delete)) {
            statement.setArray(1, transaction.createArrayOf("uuid", keys));
            run(statement, students);
        }
    }

    private void write(Connection transaction, Map<UUID, T> newest, Set<UUID> students) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(upsert)) {
            statement.setArray(
                    1, transaction.createArrayOf("uuid", newest.keySet().toArray()));
            int parameter = 2;
            for (Column<T> column : columns) {
                Object[] values = newest.values().stream().map(column.value()).toArray();
                statement.setArray(parameter++, transaction.createArrayOf(column.type(), values));
            }
            run(statement, students);
        }
    }

    private void run(PreparedStatement statement, Set<UUID> students) throws SQLException {
        if (!tellsStudents) {
            statement.executeUpdate();
            return;
        }
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= 2; column++) {
                    UUID student = rows.getObject(column, UUID.class);
                    if (student != null) {
                        students.add(student);
                    }
                }
            }
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
