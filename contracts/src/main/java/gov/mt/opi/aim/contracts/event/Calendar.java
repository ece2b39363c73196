package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A school's calendar of one school year. Key of its topic: {@code district/school/calendar/year}.
 *
 * @param districtNumber the district
 * @param schoolNumber the school
 * @param calendarNumber a whole number, without leading zeros
 * @param year the school year by its last year: 2006-2007 is 2007
 * @param startDate first day of instruction
 * @param endDate last day of instruction
 * @param testWindowDate the count date of the test window, null when not defined
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Calendar(
        String districtNumber,
        String schoolNumber,
        String calendarNumber,
        int year,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate testWindowDate) {

    public String key() {
        return School.key(districtNumber, schoolNumber) + "/" + calendarNumber + "/" + year;
    }
}
