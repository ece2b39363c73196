package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * EN-128: end status 240 is for children under the compulsory age. An enrollment has no birth date, so this speaks only
 * where the student's own record is in the same file; of several birth dates the latest counts.
 */
final class UnderCompulsoryAge implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("EN-128");
    private static final int UNDER_AGE = 240;

    private final int compulsoryAge;

    UnderCompulsoryAge(int compulsoryAge) {
        this.compulsoryAge = compulsoryAge;
    }

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        List<Gist.Enrollment> exits = records.enrollments().stream()
                .filter(enrollment -> enrollment.endStatus() == UNDER_AGE && enrollment.hasEnded())
                .toList();
        if (exits.isEmpty()) {
            return;
        }
        Map<Integer, Integer> birthByStateId = new HashMap<>();
        Map<String, Integer> birthByLocalId = new HashMap<>();
        for (Gist.Student student : records.students()) {
            if (student.hasStateId()) {
                birthByStateId.merge(student.stateId(), student.birthDay(), Math::max);
            }
            birthByLocalId.merge(student.localId(), student.birthDay(), Math::max);
        }
        for (Gist.Enrollment exit : exits) {
            Integer birthDay = birthByStateId.get(exit.stateId());
            if (birthDay == null && !exit.localId().isEmpty()) {
                birthDay = birthByLocalId.get(exit.localId());
            }
            if (birthDay != null && age(birthDay, exit.endDay()) >= compulsoryAge) {
                found.aboutField(exit, RULE, EnrollmentFields.END_STATUS, EnrollmentFields.endStatus(exit), "");
            }
        }
    }

    private static int age(int birthDay, int onDay) {
        return Period.between(LocalDate.ofEpochDay(birthDay), LocalDate.ofEpochDay(onDay))
                .getYears();
    }
}
