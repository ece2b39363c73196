package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.outcome.FindingFilter;
import gov.mt.opi.aim.intake.outcome.FindingLedger;
import gov.mt.opi.aim.intake.outcome.RuleCount;
import gov.mt.opi.aim.intake.outcome.StateIdLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Findings and State IDs as they are read. Long lists are read in slices, so that no query stays open for a slow caller. */
@ApplicationScoped
class FindingTable implements FindingLedger {

    private static final int SLICE = 5_000;

    private static final String COLUMNS =
            """
            SELECT record_line, ordinal, rule_id, severity, line, record_type, field_number, field_name, value, message,
                hint, section
            FROM finding
            """;
    private static final String WANTED =
            """
             WHERE submission_id = :id
                AND (CAST(:severity AS text) IS NULL OR severity = :severity)
                AND (CAST(:ruleId AS text) IS NULL OR rule_id = :ruleId)
                AND (CAST(:recordType AS text) IS NULL OR record_type = :recordType)
            """;
    private static final String SUMMARY =
            """
            SELECT c.rule_id, c.severity, c.count, f.lines, f.field_name
            FROM finding_count AS c
            LEFT JOIN LATERAL (
                SELECT array_agg(first.line ORDER BY first.record_line, first.line) AS lines,
                    min(first.field_name) AS field_name
                FROM (SELECT DISTINCT ON (record_line, line) record_line, line, field_name FROM finding
                    WHERE submission_id = c.submission_id AND rule_id = c.rule_id AND severity = c.severity
                    ORDER BY record_line, line LIMIT :most) AS first) AS f ON true
            WHERE c.submission_id = :id AND c.count > 0
            """;
    private static final String STATE_IDS =
            """
            SELECT t.line, s.district_number, t.local_id, t.state_id, t.outcome
            FROM state_id AS t JOIN submission AS s ON s.id = t.submission_id
            WHERE t.submission_id = :id AND t.line > :after ORDER BY t.line LIMIT :slice
            """;

    private final Jdbi jdbi;

    @Inject
    FindingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Page<Finding> page(UUID submissionId, FindingFilter filter, PageRequest page) {
        return jdbi.inTransaction(handle -> {
            long total = wanted(handle.createQuery("SELECT count(*) FROM finding" + WANTED), submissionId, filter)
                    .mapTo(Long.class)
                    .one();
            List<Finding> items = wanted(
                            handle.createQuery(
                                    COLUMNS + WANTED + " ORDER BY record_line, ordinal LIMIT :size OFFSET :offset"),
                            submissionId,
                            filter)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> finding(row))
                    .list();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    @Override
    public void forEach(UUID submissionId, FindingFilter filter, Sink<Finding> sink) throws IOException {
        Place after = new Place(-1, -1, null);
        while (true) {
            Place from = after;
            List<Place> slice = jdbi.withHandle(handle -> wanted(
                            handle.createQuery(COLUMNS + WANTED
                                    + " AND (record_line, ordinal) > (:line, :ordinal)"
                                    + " ORDER BY record_line, ordinal LIMIT :slice"),
                            submissionId,
                            filter)
                    .bind("line", from.recordLine())
                    .bind("ordinal", from.ordinal())
                    .bind("slice", SLICE)
                    .map((row, context) -> new Place(row.getInt(1), row.getInt(2), finding(row)))
                    .list());
            for (Place place : slice) {
                sink.accept(place.finding());
            }
            if (slice.size() < SLICE) {
                return;
            }
            after = slice.get(SLICE - 1);
        }
    }

    @Override
    public List<RuleCount> summary(UUID submissionId) {
        Map<String, RuleCount> byRule = new LinkedHashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(SUMMARY)
                        .bind("id", submissionId)
                        .bind("most", RuleCount.FIRST_LINES)
                        .map((row, context) -> count(row))
                        .list())
                .forEach(count -> byRule.merge(count.ruleId(), count, FindingTable::joined));
        return byRule.values().stream()
                .sorted(Comparator.comparing(RuleCount::count).reversed().thenComparing(RuleCount::ruleId))
                .toList();
    }

    @Override
    public Page<StateIdLine> stateIds(UUID submissionId, PageRequest page) {
        return jdbi.inTransaction(handle -> {
            long total = handle.createQuery("SELECT count(*) FROM state_id WHERE submission_id = :id")
                    .bind("id", submissionId)
                    .mapTo(Long.class)
                    .one();
            List<StateIdLine> items = handle.createQuery(STATE_IDS + " OFFSET :offset")
                    .bind("id", submissionId)
                    .bind("after", 0)
                    .bind("slice", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> stateId(row))
                    .list();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    @Override
    public void forEachStateId(UUID submissionId, Sink<StateIdLine> sink) throws IOException {
        int after = 0;
        while (true) {
            int from = after;
            List<Map.Entry<Integer, StateIdLine>> slice = jdbi.withHandle(handle -> handle.createQuery(STATE_IDS)
                    .bind("id", submissionId)
                    .bind("after", from)
                    .bind("slice", SLICE)
                    .map((row, context) -> Map.entry(
                            row.getInt(1),
                            new StateIdLine(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                    .list());
            for (Map.Entry<Integer, StateIdLine> line : slice) {
                sink.accept(line.getValue());
            }
            if (slice.size() < SLICE) {
                return;
            }
            after = slice.get(SLICE - 1).getKey();
        }
    }

    private static Query wanted(Query query, UUID submissionId, FindingFilter filter) {
        return query.bind("id", submissionId)
                .bind("severity", filter.severity().map(Enum::name))
                .bind("ruleId", filter.ruleId())
                .bind("recordType", filter.recordType());
    }

    private record Place(int recordLine, int ordinal, Finding finding) {}

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule_id"),
                Severity.valueOf(row.getString("severity")),
                row.getObject("line", Integer.class),
                row.getString("record_type"),
                row.getObject("field_number", Integer.class),
                row.getString("field_name"),
                row.getString("value"),
                row.getString("message"),
                row.getString("hint"),
                row.getString("section"));
    }

    private static StateIdLine stateId(ResultSet row) throws SQLException {
        return new StateIdLine(row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static RuleCount count(ResultSet row) throws SQLException {
        List<Integer> lines = row.getArray("lines") == null
                ? List.of()
                : Arrays.stream((Integer[]) row.getArray("lines").getArray())
                        .filter(line -> line != null)
                        .toList();
        return new RuleCount(
                row.getString("rule_id"),
                Severity.valueOf(row.getString("severity")),
                row.getLong("count"),
                Optional.ofNullable(row.getString("field_name")),
                lines);
    }

    /** A rule that is milder in some situation has two counts; the summary has one item a rule, by its worst. */
    private static RuleCount joined(RuleCount one, RuleCount other) {
        List<Integer> lines = java.util.stream.Stream.concat(one.firstLines().stream(), other.firstLines().stream())
                .sorted()
                .limit(RuleCount.FIRST_LINES)
                .toList();
        return new RuleCount(
                one.ruleId(),
                one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity(),
                one.count() + other.count(),
                one.fieldName().or(other::fieldName),
                lines);
    }
}
