package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One file sent by one district, as it stands now.
 *
 * @param id opaque id
 * @param districtNumber legal entity; empty for a refused file that tells none
 * @param fileName name of the file as given
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs are taken over
 * @param sha256 hash of the bytes, hexadecimal
 * @param sizeBytes size of the file
 * @param encoding encoding of the file
 * @param headerTimestamp date and time of the header, Mountain time; empty where it cannot be read
 * @param formatVersion version of the header; empty where it cannot be read
 * @param receivedAt moment of receipt, UTC
 * @param receivedBy who sent it
 * @param completedAt when the last line got its outcome, UTC
 * @param status where it stands
 * @param failure what failed on our side, while it is FAILED
 * @param linesByType counts by record type; further lines under {@code OTHER}
 * @param findings counts by severity
 * @param ruleSetVersion the rules that applied at receipt
 * @param replayOf the submission whose kept file was run again here; empty for a file that was sent
 */
public record Submission(
        UUID id,
        Optional<String> districtNumber,
        String fileName,
        Mode mode,
        boolean adoptStateIds,
        String sha256,
        long sizeBytes,
        Charset encoding,
        Optional<LocalDateTime> headerTimestamp,
        Optional<String> formatVersion,
        Instant receivedAt,
        String receivedBy,
        Optional<Instant> completedAt,
        SubmissionStatus status,
        Optional<String> failure,
        Map<String, LineCounts> linesByType,
        Map<Severity, Long> findings,
        String ruleSetVersion,
        Optional<UUID> replayOf) {

    /** True when nothing of it will change on its own any more. */
    public boolean isDone() {
        return status == SubmissionStatus.COMPLETED || status == SubmissionStatus.REFUSED;
    }

    /** Counts of all lines. */
    public LineCounts lines() {
        return linesByType.values().stream().reduce(LineCounts.NONE, LineCounts::plus);
    }
}
