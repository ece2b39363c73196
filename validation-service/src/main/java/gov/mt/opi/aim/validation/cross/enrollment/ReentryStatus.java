package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.HashMap;
import java.util.Map;

/** XF-014: who was in a school before comes back to it with Start Status 02 (continued) or 03 (re-entry). */
final class ReentryStatus implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-014");
    private static final int CONTINUED = 2;
    private static final int REENTRY = 3;

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        EnrollmentFields.ofStudents(records, student -> {
            // By school, the enrollment that ended first: if it was before a later start, that is a re-entry.
            Map<Integer, Gist.Enrollment> firstToEnd = new HashMap<>();
            for (Gist.Enrollment enrollment : student) {
                Gist.Enrollment earlier = firstToEnd.get(enrollment.school());
                if (earlier != null && earlier.endDay() < enrollment.startDay() && !saysSo(enrollment)) {
                    found.aboutField(
                            enrollment,
                            RULE,
                            EnrollmentFields.START_STATUS,
                            EnrollmentFields.startStatus(enrollment),
                            Runs.line(earlier));
                }
                firstToEnd.merge(
                        enrollment.school(), enrollment, (one, other) -> one.endDay() <= other.endDay() ? one : other);
            }
        });
    }

    private static boolean saysSo(Gist.Enrollment enrollment) {
        return enrollment.startStatus() == CONTINUED || enrollment.startStatus() == REENTRY;
    }
}
