package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Findings of one transaction on their way to their tables, with their counts. INFO is counted, never listed. */
final class FindingRows {

    /** The line under which findings about the file as a whole are kept. */
    private static final int FILE = 0;

    private static final String INSERT =
            """
            INSERT INTO finding (submission_id, record_line, ordinal, line, rule_id, severity, record_type, field_number,
                field_name, value, message, hint, section)
            SELECT * FROM %s
            """;
    private static final String DELETE =
            """
            DELETE FROM finding USING %s AS gone (submission_id, line)
            WHERE finding.submission_id = gone.submission_id AND finding.record_line = gone.line
            RETURNING finding.submission_id, finding.rule_id, finding.severity, coalesce(finding.record_type, '')
            """;
    private static final String COUNT =
            """
            INSERT INTO finding_count (submission_id, rule_id, severity, record_type, count)
            SELECT * FROM %s
            ON CONFLICT (submission_id, rule_id, severity, record_type)
            DO UPDATE SET count = finding_count.count + EXCLUDED.count
            """;
    private static final String COUNT_OF_FILE =
            """
            INSERT INTO finding_count (submission_id, rule_id, severity, record_type, count)
            SELECT * FROM %s
            ON CONFLICT (submission_id, rule_id, severity, record_type)
            DO UPDATE SET count = greatest(finding_count.count, EXCLUDED.count)
            """;

    private record CountKey(UUID submissionId, String ruleId, String severity, String recordType) {}

    private static final Comparator<CountKey> BY_KEY = Comparator.comparing(CountKey::submissionId)
            .thenComparing(CountKey::ruleId)
            .thenComparing(CountKey::severity)
            .thenComparing(CountKey::recordType);

    private final ArrayColumns replaced = new ArrayColumns("uuid", "int4");
    private final ArrayColumns findings = new ArrayColumns(
            "uuid", "int4", "int4", "int4", "text", "text", "text", "int4", "text", "text", "text", "text", "text");
    private final Map<CountKey, Long> counts = new TreeMap<>(BY_KEY);
    private final Map<CountKey, Long> countsOfFile = new TreeMap<>(BY_KEY);
    private final Map<String, Integer> byRule = new TreeMap<>();

    /** Findings about a file; they stand before those of its lines. */
    void addFile(UUID submissionId, List<Finding> ofFile) {
        add(submissionId, FILE, ofFile);
    }

    /** Findings of lines, in the order in which they speak of lines: a blank line's ride with the next record. */
    void addLines(UUID submissionId, Collection<RecordOutcome> outcomes) {
        for (RecordOutcome outcome : outcomes) {
            add(submissionId, outcome.line(), outcome.findings());
        }
    }

    /** Lines whose findings go, because another outcome took the place of theirs. */
    void removeLines(UUID submissionId, Set<Integer> lines) {
        lines.forEach(line -> replaced.add(submissionId, line));
    }

    void addInfo(UUID submissionId, String ruleId, int count) {
        count(counts, infoKey(submissionId, ruleId), count);
        byRule.merge(ruleId, count, Integer::sum);
    }

    /** A count that is told for the whole file at once, perhaps repeatedly. */
    void addInfoOfFile(UUID submissionId, String ruleId, int count) {
        count(countsOfFile, infoKey(submissionId, ruleId), count);
        byRule.merge(ruleId, count, Integer::sum);
    }

    /** What was added, by rule. */
    Map<String, Integer> byRule() {
        return byRule;
    }

    void write(Connection transaction) throws SQLException {
        remove(transaction);
        findings.execute(transaction, INSERT);
        countRows(counts).execute(transaction, COUNT);
        countRows(countsOfFile).execute(transaction, COUNT_OF_FILE);
    }

    private void add(UUID submissionId, int recordLine, List<Finding> found) {
        List<Finding> inOrder = found.size() < 2
                ? found
                : found.stream()
                        .sorted(Comparator.comparing(Finding::line, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
        int ordinal = 0;
        for (Finding finding : inOrder) {
            count(counts, key(submissionId, finding), 1);
            byRule.merge(finding.ruleId(), 1, Integer::sum);
            if (finding.severity() == Severity.INFO) {
                continue;
            }
            findings.add(
                    submissionId,
                    recordLine,
                    ordinal++,
                    finding.line(),
                    finding.ruleId(),
                    finding.severity().name(),
                    StoredText.of(finding.recordType()),
                    finding.fieldNumber(),
                    finding.fieldName(),
                    textOrEmpty(finding.value()),
                    textOrEmpty(finding.message()),
                    textOrEmpty(finding.hint()),
                    textOrEmpty(finding.specSection()));
        }
    }

    private void remove(Connection transaction) throws SQLException {
        if (replaced.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = replaced.prepare(transaction, DELETE)) {
            try (ResultSet gone = delete.executeQuery()) {
                while (gone.next()) {
                    CountKey key = new CountKey(
                            gone.getObject(1, UUID.class), gone.getString(2), gone.getString(3), gone.getString(4));
                    count(counts, key, -1);
                }
            }
        }
    }

    private static String textOrEmpty(String text) {
        return text == null ? "" : StoredText.of(text);
    }

    private static CountKey key(UUID submissionId, Finding finding) {
        boolean listed = finding.severity() != Severity.INFO;
        String type = listed && finding.recordType() != null ? StoredText.of(finding.recordType()) : "";
        return new CountKey(submissionId, finding.ruleId(), finding.severity().name(), type);
    }

    private static CountKey infoKey(UUID submissionId, String ruleId) {
        return new CountKey(submissionId, ruleId, Severity.INFO.name(), "");
    }

    private static void count(Map<CountKey, Long> counts, CountKey key, long by) {
        counts.merge(key, by, Long::sum);
    }

    private static ArrayColumns countRows(Map<CountKey, Long> counts) {
        ArrayColumns rows = new ArrayColumns("uuid", "text", "text", "text", "int8");
        counts.forEach(
                (key, count) -> rows.add(key.submissionId(), key.ruleId(), key.severity(), key.recordType(), count));
        return rows;
    }
}
