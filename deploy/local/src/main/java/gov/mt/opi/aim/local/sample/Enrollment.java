package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;

/**
 * A stay at a school (spec 2.6), both days included.
 *
 * @param serviceType P, S or N
 * @param end last day, null while it lasts
 * @param endStatus code of Appendix B, empty while it lasts
 * @param dropoutReason code of Appendix C, empty for none
 */
record Enrollment(
        String school,
        String grade,
        String serviceType,
        LocalDate start,
        String startStatus,
        LocalDate end,
        String endStatus,
        String dropoutReason) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2006, 8, 28);

    /** From the first day of school on, as the student's main school. */
    static Enrollment at(String school, String grade) {
        return new Enrollment(school, grade, "P", FIRST_DAY, "01", null, "", "");
    }

    Enrollment serviceType(String type) {
        return new Enrollment(school, grade, type, start, startStatus, end, endStatus, dropoutReason);
    }

    Enrollment from(LocalDate day, String status) {
        return new Enrollment(school, grade, serviceType, day, status, end, endStatus, dropoutReason);
    }

    Enrollment until(LocalDate day, String status) {
        return new Enrollment(school, grade, serviceType, start, startStatus, day, status, dropoutReason);
    }

    Enrollment because(String reason) {
        return new Enrollment(school, grade, serviceType, start, startStatus, end, endStatus, reason);
    }

    boolean covers(LocalDate day) {
        return !start.isAfter(day) && (end == null || !end.isBefore(day));
    }

    boolean isPrimary() {
        return serviceType.equals("P");
    }
}
