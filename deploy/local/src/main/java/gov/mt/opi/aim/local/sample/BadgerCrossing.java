package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** District 9: two schools up to grade 8. Its students bring State IDs too; first it sends a file of the old format. */
final class BadgerCrossing {

    static final String NUMBER = "9";
    private static final String LOWER = "21";
    private static final String UPPER = "22";
    private static final LocalDate DAY = LocalDate.of(2007, 3, 15);
    private static final int STUDENTS_PER_GRADE = 8;

    private final People people;
    private final Classroom classroom;
    private int localId = 20_000;
    private Student john;

    BadgerCrossing(People people, Membership membership) {
        this.people = people;
        this.classroom = new Classroom(NUMBER, new FileDraft(NUMBER, DAY, "16:00:00"), people, membership);
    }

    /** A file of last year's software: MT1.2 is no longer taken. */
    static SampleFile oldFormat() {
        String content = Lines.header(DAY, "08:15:00", "MT1.2") + "\r\nSD\t9\t\t20000\r\n";
        return new SampleFile(
                NUMBER,
                "9_03152007.tsv",
                "district-9",
                false,
                content,
                true,
                Map.of(),
                new TreeMap<>(Map.of("HDR-043", 1)));
    }

    SampleFile file() {
        for (int grade = 0; grade <= 8; grade++) {
            for (int n = 0; n < STUDENTS_PER_GRADE; n++) {
                classroom.attends(student(grade), Enrollment.at(grade <= 6 ? LOWER : UPPER, Montana.grade(grade)));
            }
        }
        john = newStudent(7).named("Jonathan", "M");
        classroom.known(john);
        classroom.attends(john, Enrollment.at(UPPER, "07"));
        classroom.file().blank();
        mistakes();
        return classroom.file().sentBy("opi", true);
    }

    /** A boy whose like comes up in another district. */
    Student john() {
        return john;
    }

    private void mistakes() {
        classroom.refused(student(5), Enrollment.at("999", "05"), "XS-012");
        // One student cannot have two main schools on one day.
        Student twice = student(6);
        classroom.refused(twice, Enrollment.at(LOWER, "06"), "XF-010");
        classroom.refused(twice, Enrollment.at(UPPER, "06").from(LocalDate.of(2007, 1, 8), "04"), "XF-010");
        // Both programs at once is taken, with a warning.
        Student both = student(3);
        Enrollment stay = Enrollment.at(LOWER, "03");
        classroom.enrolled(both, stay);
        classroom.programs(both, LOWER, Programs.drawn(people).specialEducation(true), "PP-116");
        classroom.presentWithoutHours(both, stay);
    }

    private Student student(int grade) {
        Student student = newStudent(grade);
        classroom.known(student);
        return student;
    }

    private Student newStudent(int grade) {
        return people.next(String.valueOf(++localId), grade, true);
    }
}
