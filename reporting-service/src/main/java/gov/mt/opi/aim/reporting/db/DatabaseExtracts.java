package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.reporting.extract.Extract;
import gov.mt.opi.aim.reporting.extract.Extracts;
import gov.mt.opi.aim.reporting.extract.StateView;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Streams the rows of extracts out of this service's schema. */
@ApplicationScoped
class DatabaseExtracts implements Extracts {

    private static final int FETCH_SIZE = 5_000;

    private final Jdbi database;
    private final ExtractConfig config;

    @Inject
    DatabaseExtracts(DataSource database, ExtractConfig config) {
        this.database = Jdbi.create(database);
        this.database.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        this.config = config;
    }

    @Override
    public void write(
            Extract extract, Snapshot snapshot, Optional<String> district, String account, Consumer<String> lines) {
        int columns = extract.columns().size();
        database.useTransaction(transaction -> {
            Audit.add(
                    transaction,
                    account,
                    "fetched extract " + extract.id(),
                    "snapshot " + snapshot.id()
                            + district.map(number -> ", district " + number).orElse(""));
            lines.accept(String.join("\t", extract.columns()));
            try (Query query = transaction.createQuery(extract.query()).setFetchSize(FETCH_SIZE)) {
                query.bind("snapshot", snapshot.id())
                        .bind("district", district.orElse(null))
                        .bindArray(
                                "tested_grades",
                                String.class,
                                config.testedGrades().toArray())
                        .map((row, context) -> line(row, columns))
                        .forEach(lines);
            }
        });
    }

    @Override
    public Optional<Instant> write(StateView view, String account, Consumer<String> lines) {
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
            Moment moment = Moment.of(transaction);
            Moment.joinByHash(transaction);
            Audit.add(
                    transaction,
                    account,
                    "fetched state view",
                    "district " + view.district() + ", year " + view.year());
            lines.accept(view.header());
            for (RecordType type : RecordType.values()) {
                write(transaction, view, type, lines);
            }
            return moment.asOf();
        });
    }

    private static void write(Handle transaction, StateView view, RecordType type, Consumer<String> lines) {
        try (Query query = transaction.createQuery(StateView.query(type)).setFetchSize(FETCH_SIZE)) {
            query.bind("district", view.district())
                    .bind("year", view.year())
                    .map((row, context) -> values(row))
                    .forEach(values -> lines.accept(StateView.line(type, values::get)));
        }
    }

    /** Values by property; the fields that nothing counts by stand together in one column. */
    private static Map<String, String> values(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
        }
        String others = values.remove("otherFields");
        if (others != null) {
            List<String> properties = ProgramParticipation.otherProperties();
            String[] fields = others.split("\t", -1);
            IntStream.range(0, properties.size()).forEach(i -> values.put(properties.get(i), fields[i]));
        }
        return values;
    }

    private static String line(ResultSet row, int columns) throws SQLException {
        StringJoiner line = new StringJoiner("\t");
        for (int i = 1; i <= columns; i++) {
            String value = row.getString(i);
            line.add(value == null ? "" : value);
        }
        return line.toString();
    }
}
