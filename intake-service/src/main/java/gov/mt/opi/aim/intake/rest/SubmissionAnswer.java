package gov.mt.opi.aim.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.LineCounts;
import gov.mt.opi.aim.intake.Submission;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A submission as callers see it.
 *
 * @param headerTimestamp ISO date and time, Mountain time; null where the header could not be read
 * @param receivedAt ISO, UTC
 * @param completedAt ISO, UTC; null until every line has its outcome
 * @param recordsByType always all four types
 * @param failure what failed on our side; absent otherwise
 * @param replayOf the submission whose kept file was run again here; absent otherwise
 * @param notice of a duplicate: the finding FILE-016; absent otherwise
 */
record SubmissionAnswer(
        UUID id,
        String districtNumber,
        String fileName,
        Mode mode,
        boolean duplicate,
        String sha256,
        long sizeBytes,
        String headerTimestamp,
        String formatVersion,
        String receivedAt,
        String receivedBy,
        String completedAt,
        String status,
        Records records,
        Map<String, Records> recordsByType,
        Findings findings,
        String ruleSetVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) String failure,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID replayOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) Finding notice) {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** Lines by outcome. */
    record Records(int total, int pending, int accepted, int unchanged, int rejected, int held, int stale) {

        static Records of(LineCounts counts) {
            return new Records(
                    counts.total(),
                    counts.pending(),
                    counts.accepted(),
                    counts.unchanged(),
                    counts.rejected(),
                    counts.held(),
                    counts.stale());
        }
    }

    /** Findings by severity. */
    record Findings(long fatal, long error, long held, long warning, long info) {

        static Findings of(Map<Severity, Long> counts) {
            return new Findings(
                    counts.getOrDefault(Severity.FATAL, 0L),
                    counts.getOrDefault(Severity.ERROR, 0L),
                    counts.getOrDefault(Severity.HELD, 0L),
                    counts.getOrDefault(Severity.WARNING, 0L),
                    counts.getOrDefault(Severity.INFO, 0L));
        }
    }

    static SubmissionAnswer of(Submission submission) {
        return of(submission, false);
    }

    /** The earlier submission that answers for the same bytes. */
    static SubmissionAnswer duplicate(Submission earlier) {
        return of(earlier, true);
    }

    private static SubmissionAnswer of(Submission submission, boolean duplicate) {
        Map<String, Records> byType = new LinkedHashMap<>();
        for (RecordType type : RecordType.values()) {
            byType.put(type.name(), Records.of(submission.linesByType().getOrDefault(type.name(), LineCounts.NONE)));
        }
        return new SubmissionAnswer(
                submission.id(),
                submission.districtNumber().orElse(null),
                submission.fileName(),
                submission.mode(),
                duplicate,
                submission.sha256(),
                submission.sizeBytes(),
                submission.headerTimestamp().map(SubmissionAnswer::seconds).orElse(null),
                submission.formatVersion().orElse(null),
                submission.receivedAt().toString(),
                submission.receivedBy(),
                submission.completedAt().map(Object::toString).orElse(null),
                submission.status().name(),
                Records.of(submission.lines()),
                byType,
                Findings.of(submission.findings()),
                submission.ruleSetVersion(),
                submission.failure().orElse(null),
                submission.replayOf().orElse(null),
                duplicate ? Finding.ofRecord(RuleCatalogue.get("FILE-016"), null, null, "") : null);
    }

    private static String seconds(LocalDateTime time) {
        return time.format(TO_THE_SECOND);
    }
}
