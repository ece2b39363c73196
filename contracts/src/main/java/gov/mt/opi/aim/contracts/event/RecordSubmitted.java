package gov.mt.opi.aim.contracts.event;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * One data line as a district sent it. All lines of a file carry the same key and arrive in order; together they are
 * complete when {@code lines} different ordinals are there.
 *
 * @param contractVersion 1
 * @param submissionId the file the line belongs to
 * @param districtNumber legal entity of the file name
 * @param sequence number of the submission; grows with the order of receipt
 * @param line line of the file, from 1; the header is line 1
 * @param ordinal number of the data line among the data lines of its file, from 1; blank lines are not counted
 * @param lines how many data lines the file has
 * @param headerTimestamp date and time of the header record, Mountain time
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs of SD records are taken over
 * @param record the text of the line without its line end; cut behind {@link #RECORD_LENGTH_MAX} characters plus one
 */
public record RecordSubmitted(
        int contractVersion,
        UUID submissionId,
        String districtNumber,
        long sequence,
        int line,
        int ordinal,
        int lines,
        LocalDateTime headerTimestamp,
        Mode mode,
        boolean adoptStateIds,
        String record) {

    /** Longest line that can be a record, in characters (rule REC-012). */
    public static final int RECORD_LENGTH_MAX = 4096;
}
