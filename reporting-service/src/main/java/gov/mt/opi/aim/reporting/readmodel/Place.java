package gov.mt.opi.aim.reporting.readmodel;

import java.util.UUID;

/**
 * Where a student is: district, school, calendar and year. Program data and attendance belong to the enrollments of the
 * same place ({@code reports.md}, Membership on date D).
 */
final class Place {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1B54A32D192ED03L;
    /** Odd, so that nothing is lost by multiplying. */
    private static final long FIRST_FACTOR = 0x100000001B3L;

    private static final long SECOND_FACTOR = 0x2127599BF4325C37L;

    private Place() {}

    /**
     * One value for a student's place, the same for the same five values; comparing it is cheaper than comparing five. Two
     * different places have the same one as rarely as two random UUIDs are the same.
     */
    static UUID of(UUID student, String district, String school, String calendar, int year) {
        long high = mixed(student.getMostSignificantBits() + FIRST);
        long low = mixed(student.getLeastSignificantBits() + SECOND);
        for (String number : new String[] {district, school, calendar}) {
            for (int i = 0; i < number.length(); i++) {
                high = (high ^ number.charAt(i)) * FIRST_FACTOR;
                low = (low ^ number.charAt(i)) * SECOND_FACTOR;
            }
            // Where a number ends, so that 1 and 23 are not 12 and 3.
            high = mixed(high + number.length());
            low = mixed(low - number.length());
        }
        high = mixed(high + year);
        low = mixed(low - year);
        return new UUID(mixed(high + Long.rotateLeft(low, 32)), mixed(low - high));
    }

    /** Every bit of the result depends on every bit of the number (the finalizer of SplitMix64). */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
