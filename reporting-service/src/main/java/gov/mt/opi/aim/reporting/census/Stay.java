package gov.mt.opi.aim.reporting.census;

import gov.mt.opi.aim.reporting.report.Dimension;
import java.util.UUID;

/**
 * An enrollment with everything that it can be counted by.
 *
 * @param studentKey the student
 * @param enrollmentKey the enrollment
 * @param firstDay first day enrolled, in days since 1970-01-01
 * @param lastDay last day enrolled; {@link #NO_END} while there is none
 * @param values a value for every {@link Dimension}, in the order of its constants
 * @param programsChangedAt when its program data changed, to tell the newer of two; 0 without any
 */
public record Stay(
        UUID studentKey, UUID enrollmentKey, int firstDay, int lastDay, String[] values, long programsChangedAt) {

    /** The last day of what has no end. */
    public static final int NO_END = Integer.MAX_VALUE;

    String value(Dimension dimension) {
        return values[dimension.ordinal()];
    }

    /** True when a student has only one of the two on a day: one Primary, one of another type in each school. */
    boolean competesWith(Stay other) {
        return value(Dimension.SERVICE_TYPE).equals(other.value(Dimension.SERVICE_TYPE))
                && (value(Dimension.SERVICE_TYPE).equals("P")
                        || value(Dimension.DISTRICT).equals(other.value(Dimension.DISTRICT))
                                && value(Dimension.SCHOOL).equals(other.value(Dimension.SCHOOL)));
    }

    /** True when it, and not the other, is counted on a day that both cover: the one that starts later. */
    boolean outranks(Stay other) {
        return firstDay != other.firstDay
                ? firstDay > other.firstDay
                : enrollmentKey.toString().compareTo(other.enrollmentKey.toString()) > 0;
    }

    Stay during(int first, int last) {
        return new Stay(studentKey, enrollmentKey, first, last, values, programsChangedAt);
    }
}
