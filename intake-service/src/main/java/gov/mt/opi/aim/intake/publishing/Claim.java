package gov.mt.opi.aim.intake.publishing;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A submission whose lines this instance may publish, for as long as its lease lasts.
 *
 * @param submissionId the submission
 * @param districtNumber its district
 * @param sequence its number in the order of receipt
 * @param lines data lines of the file
 * @param headerTimestamp date and time of the header, Mountain time
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs are taken over
 * @param encoding encoding of the file
 * @param publishedOrdinal the last data line (from 1) that the broker is known to have; 0 for none
 */
public record Claim(
        UUID submissionId,
        String districtNumber,
        long sequence,
        int lines,
        LocalDateTime headerTimestamp,
        Mode mode,
        boolean adoptStateIds,
        Charset encoding,
        int publishedOrdinal) {

    RecordSubmitted event(int line, int ordinal, String text) {
        return new RecordSubmitted(
                1,
                submissionId,
                districtNumber,
                sequence,
                line,
                ordinal,
                lines,
                headerTimestamp,
                mode,
                adoptStateIds,
                text);
    }
}
