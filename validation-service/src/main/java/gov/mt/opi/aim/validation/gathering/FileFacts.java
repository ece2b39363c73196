package gov.mt.opi.aim.validation.gathering;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What every line of a file says about the file.
 *
 * @param submissionId the file
 * @param districtNumber legal entity of the file name
 * @param sequence number of the submission; grows with the order of receipt
 * @param lines data lines of the file
 * @param headerTimestamp date and time of the header record, Mountain time
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs of SD records are taken over
 */
public record FileFacts(
        UUID submissionId,
        String districtNumber,
        long sequence,
        int lines,
        LocalDateTime headerTimestamp,
        Mode mode,
        boolean adoptStateIds) {

    /** Month in which a school year begins (AMB-82: 07/01 to 06/30). */
    private static final int FIRST_MONTH = 7;

    static FileFacts of(RecordSubmitted line) {
        return new FileFacts(
                line.submissionId(),
                line.districtNumber(),
                line.sequence(),
                line.lines(),
                line.headerTimestamp(),
                line.mode(),
                line.adoptStateIds());
    }

    public LocalDate headerDate() {
        return headerTimestamp.toLocalDate();
    }

    /** The school year of the header date, by its last year. */
    public int schoolYear() {
        return schoolYear(headerDate());
    }

    /** The school year of a day, by its last year: 2006-2007 is 2007. */
    public static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= FIRST_MONTH ? day.getYear() + 1 : day.getYear();
    }
}
