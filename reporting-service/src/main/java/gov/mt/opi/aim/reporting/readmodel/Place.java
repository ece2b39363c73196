package gov.mt.opi.aim.reporting.readmodel;

import java.util.UUID;

/**
 * Where a student is: district, school, calendar and year. Program data and attendance belong to the enrollments of the
 * same place ({@code reports.md}, Membership on date D).
 */
final class Place {

    private static final long START = 0xD1B54A32D192ED03L;
    /** Odd, so that nothing is lost by multiplying. */
    private static final long FACTOR = 0x2127599BF4325C37L;

    private Place() {}

    /**
     * One value for a student's place, the same for the same five values; comparing it is cheaper than comparing five.
     *
     * <p>It begins with the upper half of the student's key, so that the places of students who were first sent together
     * are neighbours in an index. The lower half is mixed from all five values: among students who have the upper
     * half in common, two different places have the same one as rarely as two random numbers of 64 bits are the same.
     */
    static UUID of(UUID student, String district, String school, String calendar, int year) {
        long mixed = mixed(mixed(student.getMostSignificantBits()) + student.getLeastSignificantBits() + START);
        mixed = with(mixed, district);
        mixed = with(mixed, school);
        mixed = with(mixed, calendar);
        return new UUID(student.getMostSignificantBits(), mixed(mixed + year));
    }

    private static long with(long mixed, String number) {
        long with = mixed;
        for (int i = 0; i < number.length(); i++) {
            with = (with ^ number.charAt(i)) * FACTOR;
        }
        // Where a number ends, so that 1 and 23 are not 12 and 3.
        return mixed(with + number.length());
    }

    /** Every bit of the result depends on every bit of the number (the finalizer of SplitMix64). */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
