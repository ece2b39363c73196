package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * XF-017: a student who is enrolled has a program participation for the school, calendar and year. Told once for each of
 * them, on the enrollment that starts first; silent where a PP record of the student was rejected, which is told there. A
 * file without any PP record is told so once: its PP records come in a file of their own.
 */
final class ProgramsOfEnrollments implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-017");
    private static final Comparator<Gist.Enrollment> BY_STUDENT = Comparator.comparingInt(Gist.Enrollment::stateId);

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        if (records.enrollments().isEmpty()) {
            return;
        }
        Set<Integer> rejected = studentsOfRejectedPrograms(records);
        if (records.participations().isEmpty() && rejected.isEmpty()) {
            int count = records.enrollments().size();
            tell(
                    records.enrollments(),
                    0,
                    count == 1 ? "this enrollment" : "any of its " + count + " enrollments, told once",
                    found);
            return;
        }
        StudentPrograms programs = new StudentPrograms(records.participations());
        Runs.of(records.enrollments(), BY_STUDENT, student -> {
            int stateId = student.get(0).stateId();
            programs.goTo(stateId);
            if (rejected.isEmpty() || !rejected.contains(stateId)) {
                judge(student, programs, found);
            }
        });
    }

    private static void judge(List<Gist.Enrollment> student, StudentPrograms programs, CrossFindings found) {
        Set<Gist.Participation> told = new HashSet<>(0);
        for (int i = 0; i < student.size(); i++) {
            Gist.Enrollment enrollment = student.get(i);
            if (!programs.haveOneFor(enrollment) && told.add(StudentPrograms.wanted(enrollment))) {
                tell(student, i, "this student, school, calendar and year", found);
            }
        }
    }

    /** Tells an enrollment, on all its lines: which of them comes first must not matter. */
    private static void tell(List<Gist.Enrollment> among, int first, String detail, CrossFindings found) {
        Gist.Enrollment enrollment = among.get(first);
        for (int i = first;
                i < among.size() && FileRecords.ENROLLMENT_KEY.compare(among.get(i), enrollment) == 0;
                i++) {
            found.aboutRecord(among.get(i), RULE, detail);
        }
    }

    private static Set<Integer> studentsOfRejectedPrograms(FileRecords records) {
        Set<Integer> students = new HashSet<>();
        records.refused().stream()
                .filter(refused -> refused.type() == RecordType.PP)
                .forEach(refused -> students.add(refused.stateId()));
        return students;
    }

    /** The participations of one student after the other, in the order of State IDs. */
    private static final class StudentPrograms {
        private final List<Gist.Participation> sorted;
        private int from;
        private int to;

        StudentPrograms(List<Gist.Participation> sorted) {
            this.sorted = sorted;
        }

        void goTo(int stateId) {
            from = to;
            while (from < sorted.size() && sorted.get(from).stateId() < stateId) {
                from++;
            }
            to = from;
            while (to < sorted.size() && sorted.get(to).stateId() == stateId) {
                to++;
            }
        }

        boolean haveOneFor(Gist.Enrollment enrollment) {
            // Mostly there is exactly one, and it is the right one.
            return from < to && isFor(enrollment, sorted.get(from))
                    || to - from > 1
                            && Collections.binarySearch(
                                            sorted.subList(from, to), wanted(enrollment), FileRecords.PARTICIPATION_KEY)
                                    >= 0;
        }

        private static boolean isFor(Gist.Enrollment enrollment, Gist.Participation participation) {
            return participation.school() == enrollment.school()
                    && participation.calendar() == enrollment.calendar()
                    && participation.year() == enrollment.year();
        }

        static Gist.Participation wanted(Gist.Enrollment enrollment) {
            return new Gist.Participation(
                    0, 0, enrollment.stateId(), "", enrollment.school(), enrollment.calendar(), enrollment.year());
        }
    }
}
