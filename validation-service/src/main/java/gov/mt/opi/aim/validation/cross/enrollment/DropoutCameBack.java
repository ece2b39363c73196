package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.Set;
import java.util.stream.Collectors;

/** XF-015: who is enrolled again after a dropout is not counted as one. Told on the line with the exit. */
final class DropoutCameBack implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-015");
    private static final Set<Integer> DROPOUT =
            CodeLists.DROPOUT_END_STATUS.stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        EnrollmentFields.ofStudents(records, student -> {
            Gist.Enrollment latest = student.get(student.size() - 1);
            for (Gist.Enrollment exit : student) {
                if (exit.hasEnded() && DROPOUT.contains(exit.endStatus()) && latest.startDay() > exit.endDay()) {
                    found.aboutField(
                            exit,
                            RULE,
                            EnrollmentFields.END_STATUS,
                            EnrollmentFields.endStatus(exit),
                            Runs.line(latest));
                }
            }
        });
    }
}
