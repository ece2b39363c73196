package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where a fact comes from, and how new it is: a later header wins, then a later submission, then a later line.
 *
 * @param headerTimestamp date and time of the file's header, Mountain time
 * @param sequence number of the submission in order of receipt
 * @param line line of the file
 * @param submissionId the file; says nothing about age
 */
public record SourceVersion(LocalDateTime headerTimestamp, long sequence, int line, UUID submissionId)
        implements Comparable<SourceVersion> {

    private static final Comparator<SourceVersion> BY_AGE = Comparator.comparing(SourceVersion::headerTimestamp)
            .thenComparingLong(SourceVersion::sequence)
            .thenComparingInt(SourceVersion::line);

    public static SourceVersion of(RecordAccepted record) {
        return new SourceVersion(record.headerTimestamp(), record.sequence(), record.line(), record.submissionId());
    }

    public boolean isNewerThan(SourceVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(SourceVersion other) {
        return BY_AGE.compare(this, other);
    }
}
