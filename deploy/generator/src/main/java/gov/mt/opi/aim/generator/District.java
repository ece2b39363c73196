package gov.mt.opi.aim.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A district and its schools.
 *
 * @param number 1 to 4 digits
 * @param first index of its first student
 * @param students students whose home it is
 * @param schools its schools
 */
record District(String number, int first, int students, List<School> schools) {

    private static final int STUDENTS_PER_SCHOOL = 350;

    /**
     * A school.
     *
     * @param number unique within the district
     * @param lowest lowest grade, years after kindergarten; -1 is pre-kindergarten
     * @param highest highest grade
     */
    record School(String number, int lowest, int highest) {}

    /** A district of a size: one school for all grades, or several of each kind. */
    static District of(String number, int first, int students) {
        List<School> schools = new ArrayList<>();
        if (students < 60) {
            schools.add(new School("1", -1, 12));
        } else {
            int each = Math.max(1, students / (STUDENTS_PER_SCHOOL * 2));
            for (int i = 0; i < each; i++) {
                schools.add(new School(String.valueOf(100 + i), -1, 6));
            }
            for (int i = 0; i < Math.max(1, each / 3); i++) {
                schools.add(new School(String.valueOf(400 + i), 7, 8));
            }
            for (int i = 0; i < Math.max(1, each / 3); i++) {
                schools.add(new School(String.valueOf(700 + i), 9, 12));
            }
        }
        return new District(number, first, students, List.copyOf(schools));
    }

    /** A school that teaches a grade; which of them depends on the student. */
    School school(int grade, int student) {
        List<School> fitting = schools.stream()
                .filter(school -> school.lowest() <= grade && grade <= school.highest())
                .toList();
        return fitting.get(Math.floorMod(student, fitting.size()));
    }
}
