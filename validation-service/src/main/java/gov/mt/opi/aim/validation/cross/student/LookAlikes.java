package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * XF-009: students without State ID who share name, birth date and gender but not the Local ID are twins of one name or one
 * student twice. They are held together; the state must not give one ID to both, nor two to one.
 */
final class LookAlikes implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-009");
    private static final Comparator<Gist.Student> PERSON = Comparator.comparingLong(Gist.Student::name)
            .thenComparingInt(Gist.Student::birthDay)
            .thenComparing(Gist.Student::female);

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        List<Gist.Student> withoutStateId = new ArrayList<>(records.students());
        withoutStateId.removeIf(Gist.Student::hasStateId);
        withoutStateId.sort(PERSON);
        Runs.ofSeveral(withoutStateId, PERSON, alike -> {
            if (StudentOrder.differ(alike, Gist.Student::localId)) {
                String lines = Runs.lines(alike);
                alike.forEach(student -> found.aboutRecord(student, RULE, lines));
            }
        });
    }
}
