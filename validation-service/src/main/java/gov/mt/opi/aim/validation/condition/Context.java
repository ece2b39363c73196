package gov.mt.opi.aim.validation.condition;

import java.time.LocalDate;

/**
 * What a condition knows beside the record.
 *
 * @param headerDate date of the header record: the day on which the file says what it says
 * @param schoolYear the school year of the header date, by its last year
 * @param config settings
 */
public record Context(LocalDate headerDate, int schoolYear, ConditionConfig config) {

    /** First year that MT1.3 collects (effective March 2007). */
    public static final int FIRST_YEAR = 2007;

    public boolean isAfterHeader(LocalDate day) {
        return day.isAfter(headerDate);
    }
}
