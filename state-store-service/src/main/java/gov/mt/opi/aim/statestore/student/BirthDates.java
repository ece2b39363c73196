package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.Optional;

/** How birth dates are mistaken for each other. */
final class BirthDates {

    private static final int MONTHS = 12;

    private BirthDates() {}

    /** The date with day and month swapped, where that is another date. */
    static Optional<LocalDate> swapped(LocalDate date) {
        return date.getDayOfMonth() <= MONTHS && date.getDayOfMonth() != date.getMonthValue()
                ? Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()))
                : Optional.empty();
    }

    /** Day and month swapped, or exactly one of year, month and day differs. */
    static boolean near(LocalDate one, LocalDate two) {
        int differing = (one.getYear() == two.getYear() ? 0 : 1)
                + (one.getMonthValue() == two.getMonthValue() ? 0 : 1)
                + (one.getDayOfMonth() == two.getDayOfMonth() ? 0 : 1);
        return differing == 1 || swapped(one).filter(two::equals).isPresent();
    }
}
