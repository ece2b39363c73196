package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.intake.outcome.FindingFilter;
import gov.mt.opi.aim.intake.outcome.FindingLedger;
import gov.mt.opi.aim.intake.outcome.FindingPage;
import gov.mt.opi.aim.intake.outcome.FindingPage.CappedRule;
import gov.mt.opi.aim.intake.outcome.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Findings as they are read. Totals come from the counts, never from counting findings; a page stops at its last row; long
 * lists are read in slices, so that no query stays open for a slow caller.
 */
@ApplicationScoped
class FindingTable implements FindingLedger {

    private static final int SLICE = 5_000;
    private static final String BY_LINE = " ORDER BY record_line, ordinal";

    private final Jdbi jdbi;

    @Inject
    FindingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public FindingPage page(UUID submissionId, FindingFilter filter, PageRequest request) {
        return jdbi.inTransaction(handle -> {
            List<CappedRule> rules = counts(handle, submissionId, filter);
            long total = rules.stream().mapToLong(CappedRule::count).sum();
            long listed = rules.stream().mapToLong(CappedRule::listed).sum();
            List<CappedRule> capped =
                    rules.stream().filter(rule -> rule.count() > rule.listed()).toList();
            FoundRow.inLineOrder(handle);
            // Behind the last listed finding there may be thousands that are not listed: they are not looked at.
            long size = Math.min(request.size(), listed - request.offset());
            List<Finding> items = size <= 0
                    ? List.of()
                    : listed(handle, submissionId, filter, lastListed(handle, submissionId, filter, capped))
                            .bind("size", size)
                            .bind("offset", request.offset())
                            .map((row, context) -> FoundRow.finding(row))
                            .list();
            return new FindingPage(items, request.page(), request.size(), total, listed, !capped.isEmpty(), capped);
        });
    }

    @Override
    public void forEach(UUID submissionId, FindingFilter filter, Sink<Finding> sink) throws IOException {
        FoundRow after = new FoundRow(-1, -1, null);
        while (true) {
            FoundRow from = after;
            List<FoundRow> slice = jdbi.inTransaction(handle -> {
                FoundRow.inLineOrder(handle);
                return wanted(
                                handle,
                                FoundRow.SELECT,
                                filter,
                                " AND (record_line, ordinal) > (:line, :ordinal)" + BY_LINE + " LIMIT :slice")
                        .bind("id", submissionId)
                        .bind("line", from.recordLine())
                        .bind("ordinal", from.ordinal())
                        .bind("slice", SLICE)
                        .map((row, context) -> FoundRow.of(row))
                        .list();
            });
            for (FoundRow row : slice) {
                sink.accept(row.finding());
            }
            if (slice.size() < SLICE) {
                return;
            }
            after = slice.get(SLICE - 1);
        }
    }

    /** How many findings of each rule are wanted, and how many of them are listed. */
    private static List<CappedRule> counts(Handle handle, UUID submissionId, FindingFilter filter) {
        return wanted(
                        handle,
                        "SELECT rule_id, sum(count) FROM finding_count",
                        filter,
                        " AND severity <> 'INFO' AND count > 0 GROUP BY rule_id ORDER BY rule_id")
                .bind("id", submissionId)
                .map((row, context) -> new CappedRule(
                        row.getString(1), row.getLong(2), Math.min(row.getLong(2), FindingPage.LISTED_MAX)))
                .list();
    }

    /** Where the last listed finding of a rule is. */
    private record Limit(String ruleId, int recordLine, int ordinal) {}

    private static List<Limit> lastListed(
            Handle handle, UUID submissionId, FindingFilter filter, List<CappedRule> capped) {
        List<Limit> limits = new ArrayList<>();
        for (CappedRule rule : capped) {
            wanted(
                            handle,
                            "SELECT record_line, ordinal FROM finding",
                            filter,
                            " AND rule_id = :rule" + BY_LINE + " LIMIT 1 OFFSET :last")
                    .bind("id", submissionId)
                    .bind("rule", rule.ruleId())
                    .bind("last", rule.listed() - 1)
                    .map((row, context) -> new Limit(rule.ruleId(), row.getInt(1), row.getInt(2)))
                    .findOne()
                    .ifPresent(limits::add);
        }
        return limits;
    }

    private static Query listed(Handle handle, UUID submissionId, FindingFilter filter, List<Limit> limits) {
        StringBuilder within = new StringBuilder();
        for (int i = 0; i < limits.size(); i++) {
            within.append(String.format(
                    " AND (rule_id <> :rule%1$d OR (record_line, ordinal) <= (:line%1$d, :ordinal%1$d))", i));
        }
        Query query = wanted(handle, FoundRow.SELECT, filter, within + BY_LINE + " LIMIT :size OFFSET :offset")
                .bind("id", submissionId);
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            query.bind("rule" + i, limit.ruleId())
                    .bind("line" + i, limit.recordLine())
                    .bind("ordinal" + i, limit.ordinal());
        }
        return query;
    }

    /** A query narrowed to what is wanted; it says nothing about what is not, so that the planner sees a plain statement. */
    private static Query wanted(Handle handle, String select, FindingFilter filter, String more) {
        StringBuilder sql = new StringBuilder(select).append(" WHERE submission_id = :id");
        sql.append(filter.severities().isEmpty() ? "" : " AND severity = ANY (:severities)");
        sql.append(filter.ruleIds().isEmpty() ? "" : " AND rule_id = ANY (:ruleIds)");
        sql.append(filter.recordTypes().isEmpty() ? "" : " AND record_type = ANY (:recordTypes)");
        Query query = handle.createQuery(sql + more);
        if (!filter.severities().isEmpty()) {
            query.bindArray("severities", String.class, names(filter));
        }
        if (!filter.ruleIds().isEmpty()) {
            query.bindArray("ruleIds", String.class, List.copyOf(filter.ruleIds()));
        }
        if (!filter.recordTypes().isEmpty()) {
            query.bindArray("recordTypes", String.class, List.copyOf(filter.recordTypes()));
        }
        return query;
    }

    private static List<String> names(FindingFilter filter) {
        return filter.severities().stream().map(Enum::name).toList();
    }
}
