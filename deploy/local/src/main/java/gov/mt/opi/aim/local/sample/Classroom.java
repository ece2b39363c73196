package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the records of one student after the other into a district's file, and counts who is a member. */
final class Classroom {

    /** The last day of the testing window in all three districts: the count date. */
    static final LocalDate TEST_DAY = LocalDate.of(2007, 3, 13);

    private final String district;
    private final FileDraft file;
    private final People people;
    private final Membership membership;

    Classroom(String district, FileDraft file, People people, Membership membership) {
        this.district = district;
        this.file = file;
        this.people = people;
        this.membership = membership;
    }

    FileDraft file() {
        return file;
    }

    /** A student's demographics, without a fault. */
    void known(Student student) {
        file.accepted(Lines.demographics(district, student));
    }

    /** Stays, the programs at each school, and the attendance where the student is on the test day: all without a fault. */
    void attends(Student student, Enrollment... stays) {
        attends(student, Programs.drawn(people), stays);
    }

    void attends(Student student, Programs programs, Enrollment... stays) {
        enrolled(student, stays);
        for (String school : schools(stays)) {
            file.accepted(Lines.programs(district, student, school, programs));
        }
        for (Enrollment stay : stays) {
            present(student, stay);
        }
    }

    /** Only the stays, which are accepted and counted. */
    void enrolled(Student student, Enrollment... stays) {
        for (Enrollment stay : stays) {
            file.accepted(Lines.enrollment(district, student, stay));
            if (stay.isPrimary() && stay.covers(TEST_DAY)) {
                membership.count(district, stay.grade());
            }
        }
    }

    /** A stay that is accepted and counted, with the programs there, and with a warning for each rule. */
    void attended(Student student, Enrollment stay, String... warnings) {
        file.accepted(Lines.enrollment(district, student, stay), warnings);
        if (stay.isPrimary() && stay.covers(TEST_DAY)) {
            membership.count(district, stay.grade());
        }
        file.accepted(Lines.programs(district, student, stay.school(), Programs.drawn(people)));
    }

    /** A stay that a rule refuses; the student is not counted for it. */
    void refused(Student student, Enrollment stay, String rule) {
        file.rejected(Lines.enrollment(district, student, stay), rule);
    }

    void programs(Student student, String school, Programs programs, String... warnings) {
        file.accepted(Lines.programs(district, student, school, programs), warnings);
    }

    void refusedPrograms(Student student, String school, Programs programs, String rule) {
        file.rejected(Lines.programs(district, student, school, programs), rule);
    }

    /** The attendance of a stay that covers the test day; most students are there all day. */
    void present(Student student, Enrollment stay, String... warnings) {
        String absent = people.chance(0.06) ? "1.000" : people.chance(0.05) ? "0.333" : "0.000";
        String hours = stay.grade().equals("KG") ? "H" : "F";
        if (stay.covers(TEST_DAY)) {
            file.accepted(Lines.attendance(district, student, stay.school(), absent, hours), warnings);
        }
    }

    /** Attendance with a blank where the hours belong: taken as full time, and said so. */
    void presentWithoutHours(Student student, Enrollment stay) {
        file.accepted(Lines.attendance(district, student, stay.school(), "0.000", ""), "AT-091");
    }

    /** Attendance with an absence that is no decimal number. */
    void refusedAttendance(Student student, Enrollment stay) {
        file.rejected(Lines.attendance(district, student, stay.school(), "33%", "F"), "AT-083");
    }

    private static Set<String> schools(Enrollment... stays) {
        return new LinkedHashSet<>(
                List.of(stays).stream().map(Enrollment::school).toList());
    }
}
