package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;

/** District 63: four schools and the ways a year can go. Its students bring State IDs that were issued before AIM. */
final class SilverLarch {

    static final String NUMBER = "63";
    private static final String ELEMENTARY = "733";
    private static final String MIDDLE = "734";
    private static final String HIGH = "735";
    private static final String ALTERNATIVE = "736";
    private static final int STUDENTS_PER_GRADE = 10;

    private final People people;
    private final Classroom classroom;
    private int localId = 10_000;
    private Student movedAway;

    SilverLarch(People people, Membership membership) {
        this.people = people;
        FileDraft file = new FileDraft(NUMBER, LocalDate.of(2007, 3, 15), "16:00:00");
        this.classroom = new Classroom(NUMBER, file, people, membership);
    }

    SampleFile file() {
        for (int grade = 0; grade <= 12; grade++) {
            for (int n = 0; n < STUDENTS_PER_GRADE; n++) {
                classroom.attends(student(grade), Enrollment.at(school(grade), Montana.grade(grade)));
            }
        }
        theWaysAYearCanGo();
        mistakes();
        return classroom.file().sentBy("opi", true);
    }

    /** The student who left in December for a district that does not know the State ID. */
    Student movedAway() {
        return movedAway;
    }

    private void theWaysAYearCanGo() {
        // Enrolled for the last time on the count date: that day counts.
        classroom.attends(student(4), Enrollment.at(ELEMENTARY, "04").until(Classroom.TEST_DAY, "180"));
        // Came the day after: does not count.
        classroom.attends(student(8), Enrollment.at(MIDDLE, "08").from(LocalDate.of(2007, 3, 14), "06"));
        // Went and came back to the same school: two records, one member.
        classroom.attends(
                student(2),
                Enrollment.at(ELEMENTARY, "02").until(LocalDate.of(2006, 11, 17), "180"),
                Enrollment.at(ELEMENTARY, "02").from(LocalDate.of(2007, 1, 8), "03"));
        movedAway = student(5);
        // The other district has not told yet that the student came: this one is asked to look at it.
        classroom.attended(
                movedAway, Enrollment.at(ELEMENTARY, "05").until(LocalDate.of(2006, 12, 15), "140"), "XS-028");
        // Dropped out, and the district knows why.
        classroom.attends(
                student(10),
                Enrollment.at(HIGH, "10").until(LocalDate.of(2007, 2, 2), "300").because("04"));
        // Takes some courses at another school of the district: counted once, which both attendances are told.
        Student both = student(12);
        Enrollment mornings = Enrollment.at(HIGH, "12");
        Enrollment afternoons =
                Enrollment.at(ALTERNATIVE, "12").serviceType("S").from(LocalDate.of(2007, 1, 22), "01");
        classroom.attended(both, mornings);
        classroom.attended(both, afternoons);
        classroom.present(both, mornings, "XS-034");
        classroom.present(both, afternoons, "XS-034");
        // Special education services only: not a member.
        classroom.attends(
                student(-1),
                Programs.drawn(people).specialEducation(false),
                Enrollment.at(ELEMENTARY, "PK").serviceType("N"));
    }

    private void mistakes() {
        classroom.refused(student(9), Enrollment.at(HIGH, "9"), "EN-142");
        classroom.refused(student(11), Enrollment.at(HIGH, "11").until(LocalDate.of(2007, 1, 19), "340"), "EN-131");
        Student lowerCase = student(3);
        Enrollment stay = Enrollment.at(ELEMENTARY, "03");
        classroom.enrolled(lowerCase, stay);
        classroom.refusedPrograms(lowerCase, ELEMENTARY, Programs.drawn(people).lunch("f"), "PP-094");
        classroom.present(lowerCase, stay);
    }

    private Student student(int grade) {
        Student student = people.next(String.valueOf(++localId), grade, true);
        classroom.known(student);
        return student;
    }

    private static String school(int grade) {
        return grade <= 6 ? ELEMENTARY : grade <= 8 ? MIDDLE : HIGH;
    }
}
