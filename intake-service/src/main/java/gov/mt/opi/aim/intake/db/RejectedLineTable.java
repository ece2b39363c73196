package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.outcome.LineOutcomes;
import gov.mt.opi.aim.intake.outcome.OutcomeCode;
import gov.mt.opi.aim.intake.rejected.RejectedLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which lines were rejected, from the line ledger, and why, from the findings. */
@ApplicationScoped
class RejectedLineTable implements RejectedLines {

    private final Jdbi jdbi;

    @Inject
    RejectedLineTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<Integer, List<Finding>> ofSegment(UUID submissionId, int segment) {
        return jdbi.inTransaction(handle -> {
            Map<Integer, List<Finding>> rejected = new TreeMap<>();
            outcomes(handle, submissionId, segment).ifPresent(codes -> {
                for (int i = 0; i < codes.length; i++) {
                    if (OutcomeCode.isRejected(codes[i])) {
                        rejected.put(segment * LineOutcomes.SEGMENT_LINES + i, new ArrayList<>());
                    }
                }
            });
            if (!rejected.isEmpty()) {
                addFindings(handle, submissionId, segment, rejected);
            }
            return rejected;
        });
    }

    private static Optional<byte[]> outcomes(Handle handle, UUID submissionId, int segment) {
        return handle.createQuery("SELECT outcomes FROM line_outcome WHERE submission_id = :id AND segment = :segment")
                .bind("id", submissionId)
                .bind("segment", segment)
                .mapTo(byte[].class)
                .findOne();
    }

    private static void addFindings(
            Handle handle, UUID submissionId, int segment, Map<Integer, List<Finding>> rejected) {
        int first = segment * LineOutcomes.SEGMENT_LINES;
        FoundRow.inLineOrder(handle);
        handle.createQuery(FoundRow.SELECT
                        + " WHERE submission_id = :id AND record_line >= :first AND record_line < :end"
                        + " ORDER BY record_line, ordinal")
                .bind("id", submissionId)
                .bind("first", Math.max(1, first))
                .bind("end", first + LineOutcomes.SEGMENT_LINES)
                .map((row, context) -> FoundRow.of(row))
                .list()
                .forEach(row -> Optional.ofNullable(rejected.get(row.recordLine()))
                        .ifPresent(findings -> findings.add(row.finding())));
        rejected.replaceAll((line, findings) -> reasons(findings));
    }

    /** What rejected the line: its errors. A line that a person rejected has none of its own; then all there is. */
    private static List<Finding> reasons(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return errors.isEmpty() ? findings : errors;
    }
}
