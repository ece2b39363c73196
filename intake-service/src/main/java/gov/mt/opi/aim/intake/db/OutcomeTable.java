package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.intake.outcome.Followed;
import gov.mt.opi.aim.intake.outcome.LineOutcomes;
import gov.mt.opi.aim.intake.outcome.OutcomeLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The outcome of every line: one transaction a batch, a handful of statements however many lines. The rows of the submissions
 * are locked first and in one order, so that instances meet neither in a deadlock nor on a line.
 */
@ApplicationScoped
class OutcomeTable implements OutcomeLedger {

    private static final String LOCK =
            """
            SELECT id, last_line FROM submission WHERE id = ANY (?) AND status <> 'REFUSED' ORDER BY id FOR UPDATE
            """;
    private static final String READ_SEGMENTS =
            """
            SELECT l.submission_id, l.segment, l.outcomes FROM line_outcome AS l
            JOIN %s AS wanted (submission_id, segment)
                ON l.submission_id = wanted.submission_id AND l.segment = wanted.segment
            """;
    private static final String WRITE_SEGMENTS =
            """
            INSERT INTO line_outcome (submission_id, segment, outcomes) SELECT * FROM %s
            ON CONFLICT (submission_id, segment) DO UPDATE SET outcomes = EXCLUDED.outcomes
            """;
    private static final String COUNT =
            """
            UPDATE line_count AS c SET accepted = c.accepted + d.accepted, unchanged = c.unchanged + d.unchanged,
                rejected = c.rejected + d.rejected, held = c.held + d.held, stale = c.stale + d.stale
            FROM %s AS d (submission_id, record_type, accepted, unchanged, rejected, held, stale)
            WHERE c.submission_id = d.submission_id AND c.record_type = d.record_type
            """;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Perseverance perseverance;

    @Inject
    OutcomeTable(Jdbi jdbi, Outbox outbox, Perseverance perseverance) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.perseverance = perseverance;
    }

    @Override
    public Followed record(List<RecordOutcome> outcomes) {
        Map<UUID, List<RecordOutcome>> bySubmission = outcomes.stream()
                .filter(outcome -> outcome.submissionId() != null)
                .collect(Collectors.groupingBy(RecordOutcome::submissionId, TreeMap::new, Collectors.toList()));
        Followed followed = perseverance.until(
                "writing outcomes down",
                () -> jdbi.inTransaction(handle -> record(handle.getConnection(), outcomes.size(), bySubmission)));
        if (followed.completed() > 0) {
            outbox.committed();
        }
        return followed;
    }

    private Followed record(Connection transaction, int received, Map<UUID, List<RecordOutcome>> bySubmission)
            throws SQLException {
        Map<UUID, Integer> lastLines = lock(transaction, bySubmission.keySet());
        Map<UUID, Map<Integer, byte[]>> segments = readSegments(transaction, lastLines, bySubmission);
        List<LineOutcomes> merged = new ArrayList<>();
        int known = 0;
        for (Map.Entry<UUID, Integer> locked : lastLines.entrySet()) {
            UUID id = locked.getKey();
            LineOutcomes lines = new LineOutcomes(id, locked.getValue(), segments.getOrDefault(id, Map.of()));
            bySubmission.get(id).forEach(lines::merge);
            known += bySubmission.get(id).size() - lines.ignored();
            if (!lines.changed().isEmpty()) {
                merged.add(lines);
            }
        }
        Map<String, Integer> findings = write(transaction, merged);
        int completed = new Completion(transaction, outbox)
                .complete(merged.stream().map(LineOutcomes::submissionId).toList());
        return new Followed(outcomes(merged), findings, received - known, completed);
    }

    private static Map<UUID, Integer> lock(Connection transaction, Set<UUID> ids) throws SQLException {
        Map<UUID, Integer> lastLines = new TreeMap<>();
        try (PreparedStatement select = transaction.prepareStatement(LOCK)) {
            ArrayColumns.of(ids).bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lastLines.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return lastLines;
    }

    private static Map<UUID, Map<Integer, byte[]>> readSegments(
            Connection transaction, Map<UUID, Integer> lastLines, Map<UUID, List<RecordOutcome>> bySubmission)
            throws SQLException {
        ArrayColumns wanted = new ArrayColumns("uuid", "int4");
        for (UUID id : lastLines.keySet()) {
            bySubmission.get(id).stream()
                    .map(outcome -> LineOutcomes.segmentOf(outcome.line()))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .forEach(segment -> wanted.add(id, segment));
        }
        Map<UUID, Map<Integer, byte[]>> segments = new HashMap<>();
        if (wanted.isEmpty()) {
            return segments;
        }
        try (PreparedStatement select = wanted.prepare(transaction, READ_SEGMENTS)) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    segments.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                            .put(row.getInt(2), row.getBytes(3));
                }
            }
        }
        return segments;
    }

    private static Map<String, Integer> write(Connection transaction, List<LineOutcomes> merged) throws SQLException {
        ArrayColumns segments = new ArrayColumns("uuid", "int4", "bytea");
        ArrayColumns counts = new ArrayColumns("uuid", "text", "int4", "int4", "int4", "int4", "int4");
        StateIdRows stateIds = new StateIdRows();
        FindingRows findings = new FindingRows();
        for (LineOutcomes lines : merged) {
            UUID id = lines.submissionId();
            lines.changedSegments().forEach(number -> segments.add(id, number, lines.segment(number)));
            lines.countChanges()
                    .keySet()
                    .forEach(type -> counts.add(
                            id,
                            type,
                            lines.countChange(type, Outcome.ACCEPTED),
                            lines.countChange(type, Outcome.UNCHANGED),
                            lines.countChange(type, Outcome.REJECTED),
                            lines.countChange(type, Outcome.HELD),
                            lines.countChange(type, Outcome.STALE)));
            findings.removeLines(id, lines.replaced());
            findings.addLines(id, lines.changed());
            lines.info().ofLines().forEach((rule, count) -> findings.addInfo(id, rule, count));
            lines.info().ofFile().forEach((rule, count) -> findings.addInfoOfFile(id, rule, count));
            stateIds.add(id, lines.changed());
        }
        segments.execute(transaction, WRITE_SEGMENTS);
        counts.execute(transaction, COUNT);
        findings.write(transaction);
        stateIds.write(transaction);
        return findings.byRule();
    }

    private static Map<Outcome, Integer> outcomes(List<LineOutcomes> merged) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        merged.stream()
                .flatMap(lines -> lines.changed().stream())
                .forEach(outcome -> outcomes.merge(outcome.outcome(), 1, Integer::sum));
        return outcomes;
    }
}
