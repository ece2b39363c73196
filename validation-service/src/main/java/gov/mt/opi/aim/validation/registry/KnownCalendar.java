package gov.mt.opi.aim.validation.registry;

import java.time.LocalDate;

/**
 * What the registry knows of a calendar number of a school and year.
 *
 * @param state whether there is such a calendar
 * @param start first day of instruction, null when not known
 * @param end last day of instruction, null when not known
 * @param countDate the count date of its test window, null when not defined
 */
record KnownCalendar(State state, LocalDate start, LocalDate end, LocalDate countDate) {

    /** Whether there is such a calendar. */
    enum State {
        EXISTS,
        OTHER_YEAR,
        UNKNOWN,
        /** OPI has loaded no calendar of the district, so nothing can be said against it (AMB-42). */
        NONE_LOADED
    }

    /** The calendar of a record that does not say which. */
    static final KnownCalendar NOT_SAID = without(State.UNKNOWN);

    static KnownCalendar without(State state) {
        return new KnownCalendar(state, null, null, null);
    }

    /** The count date, or another day where none is defined. */
    LocalDate countDateOr(LocalDate other) {
        return countDate == null ? other : countDate;
    }

    /** Its days in words. */
    String span() {
        return (start == null ? "its beginning" : KnownSchool.US.format(start)) + " to "
                + (end == null ? "its end" : KnownSchool.US.format(end));
    }

    boolean covers(LocalDate day) {
        return (start == null || !day.isBefore(start)) && (end == null || !day.isAfter(end));
    }
}
