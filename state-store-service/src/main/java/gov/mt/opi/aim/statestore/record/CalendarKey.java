package gov.mt.opi.aim.statestore.record;

/**
 * Names a school's calendar of one school year.
 *
 * @param districtNumber the district
 * @param schoolNumber the school
 * @param calendarNumber the calendar
 * @param year the school year by its last year
 */
public record CalendarKey(String districtNumber, String schoolNumber, String calendarNumber, int year) {}
