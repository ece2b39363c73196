package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.List;

/**
 * XF-006: a Local ID stands for one student. Two lines that differ in the birth date and in the name are two students; in
 * one of them only, it is a correction or a change of name. All lines with the Local ID are rejected.
 */
final class OneStudentForALocalId implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-006");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        StudentOrder.byLocalId(records, sameLocalId -> {
            if (areTwo(sameLocalId)) {
                String lines = Runs.lines(sameLocalId);
                sameLocalId.forEach(
                        student -> found.aboutField(student, RULE, StudentOrder.LOCAL_ID, student.localId(), lines));
            }
        });
    }

    /**
     * Whether any two differ in both. If none differed from the first in both, each shares its name or its birth date;
     * one that has only the name and one that has only the birth date then differ from each other in both.
     */
    private static boolean areTwo(List<Gist.Student> students) {
        Gist.Student first = students.get(0);
        boolean otherName = false;
        boolean otherBirth = false;
        for (Gist.Student student : students) {
            boolean sameName = student.name() == first.name();
            boolean sameBirth = student.birthDay() == first.birthDay();
            if (!sameName && !sameBirth) {
                return true;
            }
            otherName |= !sameName;
            otherBirth |= !sameBirth;
        }
        return otherName && otherBirth;
    }
}
