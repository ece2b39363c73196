package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.db.ColumnType;
import gov.mt.opi.aim.chassis.db.CopyRows;
import gov.mt.opi.aim.reporting.readmodel.Changes;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of things by key and version. Each batch is a few statements, however large it is: one says what is there already,
 * COPY takes in what is not, one replaces what is older. While a state loads nearly everything is new, and COPY costs half
 * of what an INSERT costs.
 *
 * @param <T> the things
 */
final class StateTable<T extends Versioned> {

    /** The version of a thing's first state. */
    private static final long FIRST = 1;

    private final String table;
    private final String names;
    private final List<Column<T>> columns;
    private final String known;
    private final String rememberGone;
    private final String delete;
    private final String upsert;
    private final Optional<BiFunction<UUID, T, UUID>> student;

    /** A column, its type, and where its values come from. */
    record Column<T>(String name, ColumnType type, Function<T, Object> value) {}

    /**
     * Whose things they are.
     *
     * @param column the column that says so
     * @param of the same of a thing by its key
     */
    record Owner<T>(String column, BiFunction<UUID, T, UUID> of) {}

    /**
     * What a batch has of use for a table: the rest it knows already.
     *
     * @param fresh things that it does not have
     * @param newer things that it has an older state of
     */
    record News<T>(Map<UUID, T> fresh, Map<UUID, T> newer) {}

    /**
     * A table.
     *
     * @param table its name
     * @param key its primary key, a UUID
     * @param owner the student whose things they are; empty when no count depends on them
     * @param columns its other columns but the version
     */
    StateTable(String table, String key, Optional<Owner<T>> owner, List<Column<T>> columns) {
        this.table = table;
        this.columns = new ArrayList<>(columns);
        this.columns.add(new Column<>("version", ColumnType.BIGINT, Versioned::version));
        this.names = key + ", " + this.columns.stream().map(Column::name).collect(Collectors.joining(", "));
        this.student = owner.map(Owner::of);
        this.known = "WITH n AS MATERIALIZED (SELECT ?::uuid[] AS keys)"
                + " SELECT t." + key + ", t.version, false FROM " + table + " t"
                + " WHERE t." + key + " = ANY ((SELECT keys FROM n)::uuid[])"
                + " UNION ALL SELECT g.thing_key, g.version, true FROM gone g"
                + " WHERE g.thing_key = ANY ((SELECT keys FROM n)::uuid[])";
        // The version a thing had when it went: the one the table has or the one of the batch, whichever is greater.
        this.rememberGone = "INSERT INTO gone AS known (thing_key, version)"
                + " SELECT n.thing_key, greatest(n.version, t.version)"
                + " FROM %s AS n (thing_key, version)"
                + " LEFT JOIN " + table + " t ON t." + key + " = n.thing_key ORDER BY 1"
                + " ON CONFLICT (thing_key) DO UPDATE SET version = greatest(known.version, excluded.version)";
        this.delete = "DELETE FROM " + table + " WHERE " + key + " = ANY (?)"
                + owner.map(whose -> " RETURNING " + whose.column() + ", null").orElse("");
        // A thing may move from one student to another: then both are counted anew.
        this.upsert = upsert(key)
                + owner.map(whose -> " RETURNING new." + whose.column() + ", old." + whose.column())
                        .orElse("");
    }

    /**
     * What the table does not know yet. Things that are gone, or go with the batch, are no news.
     *
     * @param believing whether a thing in its first state is taken for new without a look; should it be there after all,
     *     writing it fails as a duplicate
     */
    News<T> news(Connection transaction, Changes<T> changes, boolean believing) throws SQLException {
        Map<UUID, T> fresh = new LinkedHashMap<>(changes.newest());
        Map<UUID, T> newer = new LinkedHashMap<>();
        List<UUID> firsts = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        // What the batch also takes away was known before, or says so too late.
        fresh.forEach((key, state) ->
                (believing && state.version() == FIRST && !changes.gone().containsKey(key) ? firsts : others).add(key));
        Map<UUID, Long> away = firsts.isEmpty() ? new HashMap<>() : Gone.among(transaction, firsts);
        Map<UUID, Long> versions = others.isEmpty() ? Map.of() : versions(transaction, others, away);
        versions.forEach((key, version) -> {
            T state = fresh.remove(key);
            if (version < state.version()) {
                newer.put(key, state);
            }
        });
        away.forEach((key, version) -> {
            T state = changes.newest().get(key);
            if (state != null && version >= state.version()) {
                fresh.remove(key);
                newer.remove(key);
            }
        });
        return new News<>(fresh, newer);
    }

    /** The versions that the table has; those of things that are gone are put with the others that are away. */
    private Map<UUID, Long> versions(Connection transaction, List<UUID> keys, Map<UUID, Long> away)
            throws SQLException {
        Map<UUID, Long> versions = new HashMap<>();
        try (PreparedStatement statement = transaction.prepareStatement(known)) {
            ArrayColumns.of(keys).bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean(3) ? away : versions).put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    /**
     * Writes what is gone and what is new.
     *
     * @return the students whose things really changed
     */
    Set<UUID> apply(Connection transaction, Changes<T> changes, News<T> news) throws SQLException {
        Set<UUID> students = new HashSet<>();
        if (!changes.gone().isEmpty()) {
            remove(transaction, changes.gone(), students);
        }
        if (!news.fresh().isEmpty()) {
            copy(transaction, news.fresh(), students);
        }
        if (!news.newer().isEmpty()) {
            replace(transaction, news.newer(), students);
        }
        return students;
    }

    private void remove(Connection transaction, Map<UUID, Long> gone, Set<UUID> students) throws SQLException {
        ArrayColumns remembered = new ArrayColumns("uuid", "bigint");
        gone.forEach(remembered::add);
        remembered.execute(transaction, rememberGone);
        try (PreparedStatement statement = transaction.prepareStatement(delete)) {
            ArrayColumns.of(gone.keySet()).bind(statement);
            run(statement, students);
        }
    }

    private void copy(Connection transaction, Map<UUID, T> fresh, Set<UUID> students) throws SQLException {
        try (CopyRows rows = new CopyRows(transaction, table, names)) {
            for (Map.Entry<UUID, T> one : fresh.entrySet()) {
                rows.row(columns.size() + 1);
                rows.value(ColumnType.UUID, one.getKey());
                for (Column<T> column : columns) {
                    rows.value(column.type(), column.value().apply(one.getValue()));
                }
                student.ifPresent(of -> students.add(of.apply(one.getKey(), one.getValue())));
            }
            rows.end();
        }
    }

    private void replace(Connection transaction, Map<UUID, T> newer, Set<UUID> students) throws SQLException {
        ArrayColumns rows = rows();
        newer.forEach((key, state) -> {
            List<Object> row = new ArrayList<>();
            row.add(key);
            columns.forEach(
                    column -> row.add(column.type().element(column.value().apply(state))));
            rows.add(row.toArray());
        });
        try (PreparedStatement statement = rows.prepare(transaction, upsert)) {
            run(statement, students);
        }
    }

    private ArrayColumns rows() {
        List<String> types = new ArrayList<>();
        types.add("uuid");
        columns.forEach(column -> types.add(column.type().sql()));
        return new ArrayColumns(types);
    }

    private void run(PreparedStatement statement, Set<UUID> students) throws SQLException {
        if (student.isEmpty()) {
            statement.executeUpdate();
            return;
        }
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= 2; column++) {
                    UUID changed = rows.getObject(column, UUID.class);
                    if (changed != null) {
                        students.add(changed);
                    }
                }
            }
        }
    }

    /** Older states leave newer ones as they are, whatever other writers did since the batch was sorted. */
    private String upsert(String key) {
        String sets = columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS known (" + names + ") SELECT " + names + " FROM %s AS n ("
                + names + ") WHERE NOT EXISTS (SELECT FROM gone WHERE gone.thing_key = n." + key
                + " AND gone.version >= n.version) ORDER BY " + key + " ON CONFLICT (" + key + ") DO UPDATE SET " + sets
                + " WHERE known.version < excluded.version";
    }
}
