package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.held.HeldLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Held lines in this service's schema. */
@ApplicationScoped
class DatabaseHeldLines implements HeldLines {

    private final Jdbi database;

    @Inject
    DatabaseHeldLines(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void apply(Map<Line, Optional<Held>> lines) {
        List<Line> held = lines.keySet().stream()
                .filter(line -> lines.get(line).isPresent())
                .toList();
        List<Line> released = lines.keySet().stream()
                .filter(line -> lines.get(line).isEmpty())
                .toList();
        database.useTransaction(transaction -> {
            release(transaction, released);
            hold(transaction, held, lines);
        });
    }

    private static void release(Handle transaction, List<Line> released) {
        if (released.isEmpty()) {
            return;
        }
        bindLines(
                        transaction.createUpdate("DELETE FROM held_line USING unnest(:ids::uuid[], :lines::integer[])"
                                + " AS n (id, line) WHERE submission_id = n.id AND held_line.line = n.line"),
                        released)
                .execute();
    }

    private static void hold(Handle transaction, List<Line> held, Map<Line, Optional<Held>> lines) {
        if (held.isEmpty()) {
            return;
        }
        List<Held> reasons =
                held.stream().map(line -> lines.get(line).orElseThrow()).toList();
        bindLines(
                        transaction.createUpdate(
                                "INSERT INTO held_line (submission_id, line, district_number, record_type, rule_id)"
                                        + " SELECT * FROM unnest(:ids::uuid[], :lines::integer[], :districts::text[],"
                                        + " :types::text[], :rules::text[]) AS n (id, line, district, type, rule)"
                                        + " ORDER BY 1, 2"
                                        + " ON CONFLICT (submission_id, line) DO UPDATE SET rule_id = excluded.rule_id"),
                        held)
                .bindArray(
                        "districts",
                        String.class,
                        reasons.stream().map(Held::district).toArray())
                .bindArray(
                        "types",
                        String.class,
                        reasons.stream().map(Held::recordType).toArray())
                .bindArray(
                        "rules",
                        String.class,
                        reasons.stream().map(Held::ruleId).toArray())
                .execute();
    }

    private static Update bindLines(Update update, List<Line> lines) {
        return update.bindArray(
                        "ids", UUID.class, lines.stream().map(Line::submission).toArray())
                .bindArray(
                        "lines", Integer.class, lines.stream().map(Line::number).toArray());
    }
}
