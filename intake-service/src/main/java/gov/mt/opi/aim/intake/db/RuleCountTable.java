package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.outcome.Cause;
import gov.mt.opi.aim.intake.outcome.RuleCount;
import gov.mt.opi.aim.intake.outcome.RuleCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** How often each rule did not hold, from the counts, and the values that broke it, from the findings. */
@ApplicationScoped
class RuleCountTable implements RuleCounts {

    private static final String COUNTS =
            """
            SELECT c.rule_id, c.severity, c.count, f.lines, f.field_name
            FROM (SELECT rule_id, severity, sum(count) AS count FROM finding_count WHERE submission_id = :id
                GROUP BY rule_id, severity) AS c
            LEFT JOIN LATERAL (
                SELECT array_agg(first.line ORDER BY first.record_line, first.line) AS lines,
                    min(first.field_name) AS field_name
                FROM (SELECT DISTINCT ON (record_line, line) record_line, line, field_name FROM finding
                    WHERE submission_id = :id AND rule_id = c.rule_id AND severity = c.severity
                    ORDER BY record_line, line LIMIT :most) AS first) AS f ON true
            WHERE c.count > 0
            """;
    /** Lines are gathered in no order and sorted for the named causes only: sorting all findings would take most of the time. */
    private static final String CAUSES =
            """
            SELECT rule_id, value, message, count, causes,
                (SELECT array_agg(line) FROM (SELECT unnest(all_lines) AS line ORDER BY 1 LIMIT :lines) AS first) AS lines
            FROM (SELECT *, count(*) OVER (PARTITION BY rule_id) AS causes,
                    row_number() OVER (PARTITION BY rule_id ORDER BY count DESC, first_line, value, message) AS place
                FROM (SELECT rule_id, value, min(message) AS message, count(*) AS count,
                        min(record_line) AS first_line, array_agg(line) AS all_lines
                    FROM finding WHERE submission_id = :id AND record_line > 0
                    GROUP BY rule_id, value, CASE WHEN value = '' THEN message END) AS by_value) AS placed
            WHERE place <= :most ORDER BY rule_id, place
            """;

    private final Jdbi jdbi;

    @Inject
    RuleCountTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<RuleCount> of(UUID submissionId) {
        Map<String, RuleCount> byRule = new LinkedHashMap<>();
        jdbi.useTransaction(handle -> {
            Map<String, Causes> causes = new LinkedHashMap<>();
            handle.createQuery(CAUSES)
                    .bind("id", submissionId)
                    .bind("lines", RuleCount.FIRST_LINES)
                    .bind("most", RuleCount.CAUSES_MAX)
                    .map((row, context) -> causes.computeIfAbsent(row.getString("rule_id"), rule -> new Causes())
                            .add(row))
                    .list();
            handle.createQuery(COUNTS)
                    .bind("id", submissionId)
                    .bind("most", RuleCount.FIRST_LINES)
                    .map((row, context) -> count(row, causes.getOrDefault(row.getString("rule_id"), new Causes())))
                    .forEach(count -> byRule.merge(count.ruleId(), count, RuleCountTable::joined));
        });
        return List.copyOf(byRule.values());
    }

    /** The causes of one rule. */
    private static final class Causes {
        private final List<Cause> first = new ArrayList<>();
        private long all;

        private Causes add(ResultSet row) throws SQLException {
            all = row.getLong("causes");
            first.add(new Cause(row.getString("value"), row.getString("message"), row.getLong("count"), lines(row)));
            return this;
        }
    }

    private static RuleCount count(ResultSet row, Causes causes) throws SQLException {
        return new RuleCount(
                row.getString("rule_id"),
                Severity.valueOf(row.getString("severity")),
                row.getLong("count"),
                Optional.ofNullable(row.getString("field_name")),
                lines(row),
                causes.first,
                causes.all);
    }

    private static List<Integer> lines(ResultSet row) throws SQLException {
        return row.getArray("lines") == null
                ? List.of()
                : Arrays.stream((Integer[]) row.getArray("lines").getArray())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** A rule that is milder in some situation has two counts; the summary has one item a rule, by its worst. */
    private static RuleCount joined(RuleCount one, RuleCount other) {
        List<Integer> lines = Stream.concat(one.firstLines().stream(), other.firstLines().stream())
                .sorted()
                .distinct()
                .limit(RuleCount.FIRST_LINES)
                .toList();
        return new RuleCount(
                one.ruleId(),
                one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity(),
                one.count() + other.count(),
                one.fieldName().or(other::fieldName),
                lines,
                one.causes(),
                one.causeCount());
    }
}
