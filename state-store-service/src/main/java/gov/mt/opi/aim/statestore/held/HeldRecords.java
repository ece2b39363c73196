package gov.mt.opi.aim.statestore.held;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines that wait, for reading. */
public interface HeldRecords {

    /**
     * A line that waits.
     *
     * @param submissionId its file
     * @param line line of the file
     * @param districtNumber the district that sent it
     * @param recordType SD, EN, PP or AT
     * @param reason the rule that holds it
     * @param waitsFor who must act, in words
     * @param waitsForDistrict the other district that must act, where it is one
     * @param stateId the student, where the line names one
     * @param schoolNumber the school, where the line names one
     * @param startDate first day of an enrollment
     * @param heldAt since when, UTC
     */
    record HeldRecord(
            UUID submissionId,
            int line,
            String districtNumber,
            String recordType,
            String reason,
            String waitsFor,
            Optional<String> waitsForDistrict,
            Optional<String> stateId,
            Optional<String> schoolNumber,
            Optional<String> startDate,
            Instant heldAt) {}

    /** Held lines that a district sent or that wait for it, oldest first; what is empty does not narrow. */
    List<HeldRecord> find(Optional<String> districtNumber, Optional<String> reason, long offset, int limit);

    long count(Optional<String> districtNumber, Optional<String> reason);
}
