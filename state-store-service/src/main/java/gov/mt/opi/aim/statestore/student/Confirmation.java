package gov.mt.opi.aim.statestore.student;

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
        return agreeing >= 3 && (birthDate || BirthDates.near(child.birthDate(), known.birthDate()));
    }
}
