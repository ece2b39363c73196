package gov.mt.opi.aim.intake.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days of the calendar from digits. */
final class CalendarDay {

    private CalendarDay() {}

    /** The day, empty when the calendar has none such; all three are digits. */
    static Optional<LocalDate> of(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() == 0 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
