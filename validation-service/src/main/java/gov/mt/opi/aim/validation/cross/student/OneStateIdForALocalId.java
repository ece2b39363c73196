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

/** XF-007: a Local ID stands for one State ID; all lines with it are rejected, because nobody can know which is right. */
final class OneStateIdForALocalId implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-007");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        StudentOrder.byLocalId(records, sameLocalId -> {
            List<Gist.Student> withStateId =
                    sameLocalId.stream().filter(Gist.Student::hasStateId).toList();
            if (withStateId.size() > 1 && StudentOrder.differ(withStateId, Gist.Student::stateId)) {
                String lines = Runs.lines(sameLocalId);
                sameLocalId.forEach(
                        student -> found.aboutField(student, RULE, StudentOrder.LOCAL_ID, student.localId(), lines));
            }
        });
    }
}
