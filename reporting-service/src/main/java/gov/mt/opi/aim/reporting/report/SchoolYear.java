package gov.mt.opi.aim.reporting.report;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, named by its last year: 2006-2007 is 2007. The year in which dropouts are counted goes from 1 October to
 * 30 September, so that a summer belongs to the year before it.
 *
 * @param year its last year
 */
public record SchoolYear(int year) {

    public LocalDate octoberFirst() {
        return LocalDate.of(year - 1, Month.OCTOBER, 1);
    }

    public LocalDate septemberThirtieth() {
        return LocalDate.of(year, Month.SEPTEMBER, 30);
    }
}
