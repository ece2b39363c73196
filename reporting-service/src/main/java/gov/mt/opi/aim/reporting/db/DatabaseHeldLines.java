package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.held.HeldLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Held lines in this service's schema. Nearly all outcomes are of files that hold nothing: one look-up says so. */
@ApplicationScoped
class DatabaseHeldLines implements HeldLines {

    private final Jdbi database;

    @Inject
    DatabaseHeldLines(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void apply(Map<Line, Optional<Held>> lines, Set<UUID> rehearsals) {
        Set<UUID> submissions = new HashSet<>();
        List<Line> held = new ArrayList<>();
        lines.forEach((line, state) -> {
            if (state.isPresent()) {
                held.add(line);
            } else {
                submissions.add(line.submission());
            }
        });
        database.useTransaction(transaction -> {
            if (!rehearsals.isEmpty()) {
                transaction
                        .createUpdate("INSERT INTO rehearsal SELECT unnest(:ids) ON CONFLICT DO NOTHING")
                        .bindArray("ids", UUID.class, rehearsals.toArray())
                        .execute();
            }
            release(transaction, lines, submissions);
            hold(transaction, lines, held);
        });
    }

    private static void release(Handle transaction, Map<Line, Optional<Held>> lines, Set<UUID> submissions) {
        if (submissions.isEmpty()) {
            return;
        }
        Set<UUID> holding = new HashSet<>(transaction
                .createQuery("SELECT DISTINCT submission_id FROM held_line WHERE submission_id = ANY (:ids)")
                .bindArray("ids", UUID.class, submissions.toArray())
                .mapTo(UUID.class)
                .list());
        List<Line> released = lines.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(line -> holding.contains(line.submission()))
                .toList();
        if (!released.isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM held_line USING unnest(:ids::uuid[], :lines::integer[]) AS n (id, line)"
                            + " WHERE submission_id = n.id AND held_line.line = n.line")
                    .bindArray(
                            "ids",
                            UUID.class,
                            released.stream().map(Line::submission).toArray())
                    .bindArray(
                            "lines",
                            Integer.class,
                            released.stream().map(Line::number).toArray())
                    .execute();
        }
    }

    private static void hold(Handle transaction, Map<Line, Optional<Held>> lines, List<Line> held) {
        if (held.isEmpty()) {
            return;
        }
        List<Held> reasons =
                held.stream().map(line -> lines.get(line).orElseThrow()).toList();
        transaction
                .createUpdate("INSERT INTO held_line (submission_id, line, district_number, record_type, rule_id)"
                        + " SELECT * FROM unnest(:ids::uuid[], :lines::integer[], :districts::text[], :types::text[],"
                        + " :rules::text[]) AS n (id, line, district, type, rule) ORDER BY 1, 2"
                        + " ON CONFLICT (submission_id, line) DO UPDATE SET rule_id = excluded.rule_id")
                .bindArray(
                        "ids", UUID.class, held.stream().map(Line::submission).toArray())
                .bindArray(
                        "lines", Integer.class, held.stream().map(Line::number).toArray())
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
}
