package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A submission was received, completed or refused.
 *
 * @param contractVersion 1
 * @param submissionId the submission
 * @param districtNumber legal entity of the file name
 * @param mode submit or validate
 * @param status RECEIVED, COMPLETED or REFUSED
 * @param fileName the name the district gave the file
 * @param sha256 hash of the bytes, hexadecimal
 * @param lines data lines of the file
 * @param outcomes lines by outcome; absent until it is completed
 * @param changedAt when, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionChanged(
        int contractVersion,
        UUID submissionId,
        String districtNumber,
        Mode mode,
        String status,
        String fileName,
        String sha256,
        int lines,
        Map<Outcome, Integer> outcomes,
        Instant changedAt) {}
