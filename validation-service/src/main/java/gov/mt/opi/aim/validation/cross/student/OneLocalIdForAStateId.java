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

/** XF-008: a student has one Local ID in a district; a second one is often a second record of the student. */
final class OneLocalIdForAStateId implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-008");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        StudentOrder.byStateId(records, sameStateId -> {
            List<Gist.Student> withLocalId = sameStateId.stream()
                    .filter(student -> !student.localId().isEmpty())
                    .toList();
            if (withLocalId.size() > 1 && StudentOrder.differ(withLocalId, Gist.Student::localId)) {
                String lines = Runs.lines(withLocalId);
                withLocalId.forEach(student -> found.aboutField(
                        student, RULE, StudentOrder.STATE_ID, String.valueOf(student.stateId()), lines));
            }
        });
    }
}
