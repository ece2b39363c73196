package gov.mt.opi.aim.statestore.record;

import java.time.LocalDate;

/**
 * The days on which a student is enrolled as Primary; both ends are days enrolled (spec 2.6).
 *
 * @param districtNumber the district of the enrollment
 * @param start first day
 * @param end last day; {@link LocalDate#MAX} while it is open
 */
public record PrimaryPeriod(String districtNumber, LocalDate start, LocalDate end) {

    boolean overlaps(PrimaryPeriod other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    /** The days in words. */
    String inWords() {
        return start + " to " + (end.equals(LocalDate.MAX) ? "open" : end);
    }
}
