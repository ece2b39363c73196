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
            Gist.Enrollment first = records.enrollments().get(0);
            found.aboutRecord(
                    first, RULE, count == 1 ? "this enrollment" : "any of its " + count + " enrollments, told once");
            return;
        }
        Runs.of(records.enrollments(), BY_STUDENT, student -> {
            if (!rejected.contains(student.get(0).stateId())) {
                judge(student, records.participations(), found);
            }
        });
    }

    private static void judge(
            List<Gist.Enrollment> student, List<Gist.Participation> participations, CrossFindings found) {
        Set<Gist.Participation> told = student.size() == 1 ? null : new HashSet<>();
        for (Gist.Enrollment enrollment : student) {
            Gist.Participation wanted = new Gist.Participation(
                    0, 0, enrollment.stateId(), "", enrollment.school(), enrollment.calendar(), enrollment.year());
            boolean missing = Collections.binarySearch(participations, wanted, FileRecords.PARTICIPATION_KEY) < 0;
            if (missing && (told == null || told.add(wanted))) {
                found.aboutRecord(enrollment, RULE, "this student, school, calendar and year");
            }
        }
    }

    private static Set<Integer> studentsOfRejectedPrograms(FileRecords records) {
        Set<Integer> students = new HashSet<>();
        records.refused().stream()
                .filter(refused -> refused.type() == RecordType.PP)
                .forEach(refused -> students.add(refused.stateId()));
        return students;
    }
}
