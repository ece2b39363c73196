package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.rebuild.NextReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The next read model: tables of the same names in a schema of its own, filled by the same statements. Replacing is
 * moving them: readers see the old ones until the moment of the commit, and the new ones after it.
 */
@ApplicationScoped
class DatabaseNextReadModel implements NextReadModel {

    private static final Logger LOG = Logger.getLogger(DatabaseNextReadModel.class);

    private static final List<String> TABLES =
            List.of("position", "gone", "student", "enrollment", "program_participation", "attendance");

    /** Written by the statements too, and thrown away: nobody follows the changes of what does not serve. */
    private static final String CHANGES = "census_change";

    private static final int ATTEMPTS = 60;

    private final Jdbi database;

    @Inject
    DatabaseNextReadModel(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void begin() {
        database.useTransaction(transaction -> {
            String schema = schema(transaction);
            transaction.execute("DROP SCHEMA IF EXISTS " + next(schema) + " CASCADE");
            transaction.execute("CREATE SCHEMA " + next(schema));
            for (String table : TABLES) {
                transaction.execute("CREATE TABLE " + next(schema) + "." + table + " (LIKE " + schema + "." + table
                        + " INCLUDING ALL EXCLUDING INDEXES)");
                // The key alone; the other indexes are made once everything is there.
                copyIndexes(transaction, schema, table, true);
                transaction.execute("SELECT " + schema + ".grows_only('" + next(schema) + "." + table + "')");
            }
            transaction.execute("CREATE TABLE " + next(schema) + "." + CHANGES + " (LIKE " + schema + "." + CHANGES
                    + " INCLUDING ALL)");
        });
    }

    @Override
    public void apply(StateChanges changes) {
        database.useTransaction(transaction -> {
            String schema = schema(transaction);
            lookInto(transaction, next(schema) + ", " + schema);
            write(transaction, changes);
        });
    }

    @Override
    public void replace(BiConsumer<List<Position>, Consumer<StateChanges>> catchUp) {
        database.useTransaction(transaction -> {
            String schema = schema(transaction);
            TABLES.forEach(table -> copyIndexes(transaction, schema, table, false));
        });
        analyze();
        for (int attempt = 1; ; attempt++) {
            try {
                database.useTransaction(transaction -> replaceNow(transaction, catchUp));
                return;
            } catch (JdbiException busy) {
                if (attempt == ATTEMPTS || !isBusy(busy)) {
                    throw busy;
                }
                LOG.debugf("readers are busy with the old tables, attempt %d", attempt);
            }
        }
    }

    private void analyze() {
        database.useHandle(handle -> {
            String schema = schema(handle);
            TABLES.forEach(table -> handle.execute("ANALYZE " + next(schema) + "." + table));
        });
    }

    private static void replaceNow(Handle transaction, BiConsumer<List<Position>, Consumer<StateChanges>> catchUp) {
        String schema = schema(transaction);
        // Giving up sooner than the database looks for a deadlock, so that never a reader is the one who fails.
        transaction.execute("SET LOCAL lock_timeout = '500ms'");
        transaction.execute("LOCK TABLE " + schema + ".position IN EXCLUSIVE MODE");
        List<Position> positions = DatabaseReadModel.positions(transaction);
        lookInto(transaction, next(schema) + ", " + schema);
        catchUp.accept(positions, changes -> write(transaction, changes));
        lookInto(transaction, schema);
        for (String table : TABLES) {
            transaction.execute("DROP TABLE " + schema + "." + table);
            transaction.execute("ALTER TABLE " + next(schema) + "." + table + " SET SCHEMA " + schema);
        }
        transaction.execute("DROP SCHEMA " + next(schema) + " CASCADE");
        try {
            CensusChanges.tellEverything(transaction.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("the census could not be told", e);
        }
    }

    private static void write(Handle transaction, StateChanges changes) {
        try {
            // A duplicate would cost the whole rebuild.
            DatabaseReadModel.write(transaction.getConnection(), changes, false);
        } catch (SQLException e) {
            throw new IllegalStateException("the next read model could not take the changes", e);
        }
    }

    /** Makes the indexes that the serving table has; their names are free in the other schema. */
    private static void copyIndexes(Handle transaction, String schema, String table, boolean primary) {
        record Index(String name, String definition) {}
        List<Index> indexes = transaction
                .createQuery("SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i"
                        + " JOIN pg_class c ON c.oid = i.indexrelid"
                        + " WHERE i.indrelid = (:table)::regclass AND i.indisprimary = :primary")
                .bind("table", schema + "." + table)
                .bind("primary", primary)
                .map((row, context) -> new Index(row.getString(1), row.getString(2)))
                .list();
        for (Index index : indexes) {
            transaction.execute(index.definition().replaceFirst(" ON " + schema + "\\.", " ON " + next(schema) + "."));
            if (primary) {
                transaction.execute("ALTER TABLE " + next(schema) + "." + table + " ADD CONSTRAINT " + index.name()
                        + " PRIMARY KEY USING INDEX " + index.name());
            }
        }
    }

    private static boolean isBusy(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // Lock not available, deadlock detected.
            if (cause instanceof SQLException sql
                    && ("55P03".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static String schema(Handle handle) {
        return handle.createQuery("SELECT current_schema()").mapTo(String.class).one();
    }

    private static String next(String schema) {
        return schema + "_next";
    }

    private static void lookInto(Handle transaction, String schemas) {
        transaction.execute("SET LOCAL search_path = " + schemas);
    }
}
