package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;

/**
 * The confirmation test: whether a record that names a student (by State ID or local ID) is about that student. At least
 * three of last name, first name, birth date and gender agree with the current or a former identity, and a birth date
 * that disagrees is near.
 */
final class Confirmation {

    private Confirmation() {}

    static boolean holds(Demographics child, Student student) {
        return student.names().stream().anyMatch(known -> agrees(child, known));
    }

    private static boolean agrees(Demographics child, Demographics known) {
        boolean birthDate = child.birthDate().equals(known.birthDate());
        int agreeing = (child.normalLast().equals(known.normalLast()) ? 1 : 0)
                + (child.normalFirst().equals(known.normalFirst()) ? 1 : 0)
                + (birthDate ? 1 : 0)
                + (child.gender().equals(known.gender()) ? 1 : 0);
        return agreeing >= 3 && (birthDate || near(child.birthDate(), known.birthDate()));
    }

    /** Day and month swapped, or exactly one of year, month and day differs. */
    static boolean near(LocalDate one, LocalDate two) {
        boolean year = one.getYear() == two.getYear();
        boolean month = one.getMonthValue() == two.getMonthValue();
        boolean day = one.getDayOfMonth() == two.getDayOfMonth();
        boolean swapped =
                year && one.getMonthValue() == two.getDayOfMonth() && one.getDayOfMonth() == two.getMonthValue();
        int differing = (year ? 0 : 1) + (month ? 0 : 1) + (day ? 0 : 1);
        return !one.equals(two) && (swapped || differing == 1);
    }
}
