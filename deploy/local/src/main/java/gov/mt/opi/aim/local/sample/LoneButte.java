package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * District 1184, which works the way every district does from now on: it sends its students without State IDs, asks for
 * the IDs that the state gave them, and sends everything else the next morning.
 */
final class LoneButte {

    static final String NUMBER = "1184";
    private static final String SENDER = "district-1184";
    private static final String LOWER = "501";
    private static final String UPPER = "502";
    private static final int STUDENTS_PER_GRADE = 6;

    private final People people;
    private final Membership membership;
    private final List<Student> students = new ArrayList<>();
    private final List<Enrollment> stays = new ArrayList<>();
    private int localId = 30_000;

    LoneButte(People people, Membership membership) {
        this.people = people;
        this.membership = membership;
    }

    /**
     * The students.
     *
     * @param arrived a student who came from another district in December: the state finds the ID by itself
     * @param john a student of another district; here comes one so like him that a person must say whether it is he
     */
    SampleFile demographics(Student arrived, Student john) {
        FileDraft file = new FileDraft(NUMBER, LocalDate.of(2007, 3, 15), "16:00:00");
        for (int grade = 0; grade <= 12; grade++) {
            for (int n = 0; n < STUDENTS_PER_GRADE; n++) {
                attends(people.next(nextLocalId(), grade, false), Enrollment.at(school(grade), Montana.grade(grade)));
            }
        }
        attends(arrived.arrivedAs(nextLocalId()), Enrollment.at(LOWER, "05").from(LocalDate.of(2006, 12, 18), "04"));
        for (Student student : students) {
            file.accepted(Lines.demographics(NUMBER, student));
        }
        file.held(Lines.demographics(NUMBER, john.arrivedAs(nextLocalId()).named("Jonathon", "M")), "XS-006");
        Student student = people.next(nextLocalId(), 3, false).born(LocalDate.of(1998, 9, 1));
        file.rejected(Lines.demographics(NUMBER, student).replace("09/01/1998", "9/1/1998"), "SD-103");
        return file.sentBy(SENDER, false);
    }

    /**
     * Everything else.
     *
     * @param stateIds the State IDs that the state answered, by local ID
     */
    SampleFile everythingElse(Map<String, String> stateIds) {
        Classroom classroom =
                new Classroom(NUMBER, new FileDraft(NUMBER, LocalDate.of(2007, 3, 16), "09:00:00"), people, membership);
        for (int n = 0; n < students.size(); n++) {
            Student student =
                    students.get(n).withStateId(stateIds.get(students.get(n).localId()));
            Enrollment stay = stays.get(n);
            if (n == 0) {
                classroom.enrolled(student, stay);
                classroom.programs(student, stay.school(), Programs.drawn(people));
                classroom.refusedAttendance(student, stay);
            } else {
                classroom.attends(student, stay);
            }
        }
        return classroom.file().sentBy(SENDER, false);
    }

    /** Local IDs of the students that the state must have given an ID. */
    List<String> localIds() {
        return students.stream().map(Student::localId).toList();
    }

    private void attends(Student student, Enrollment stay) {
        students.add(student);
        stays.add(stay);
    }

    private String nextLocalId() {
        return String.valueOf(++localId);
    }

    private static String school(int grade) {
        return grade <= 6 ? LOWER : UPPER;
    }
}
