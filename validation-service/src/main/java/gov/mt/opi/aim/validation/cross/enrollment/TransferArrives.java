package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * XF-016: who leaves for another school of the district (120) starts there, who leaves by school choice (130) starts at
 * another school with Start Status 05. Told on the line with the exit, unless another enrollment of the student was rejected:
 * that may be the one.
 */
final class TransferArrives implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-016");
    private static final int SAME_DISTRICT = 120;
    private static final int SCHOOL_CHOICE = 130;
    private static final int CHOSEN_SCHOOL = 5;

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        Set<Integer> unclear = new HashSet<>();
        records.refused().stream()
                .filter(refused -> refused.type() == RecordType.EN)
                .forEach(refused -> unclear.add(refused.stateId()));
        Runs.of(records.enrollments(), EnrollmentFields.BY_STUDENT, student -> {
            if (someoneLeaves(student) && !unclear.contains(student.get(0).stateId())) {
                judge(student, found);
            }
        });
    }

    private static void judge(List<Gist.Enrollment> student, CrossFindings found) {
        LatestStarts any = new LatestStarts(student, enrollment -> true);
        LatestStarts chosen = new LatestStarts(student, enrollment -> enrollment.startStatus() == CHOSEN_SCHOOL);
        for (Gist.Enrollment exit : student) {
            boolean arrives = exit.endStatus() == SCHOOL_CHOICE ? chosen.follow(exit) : any.follow(exit);
            if (leaves(exit) && !arrives) {
                found.aboutField(
                        exit,
                        RULE,
                        EnrollmentFields.END_STATUS,
                        EnrollmentFields.endStatus(exit),
                        "at another school of the district"
                                + (exit.endStatus() == SCHOOL_CHOICE ? " with Start Status 05" : ""));
            }
        }
    }

    private static boolean someoneLeaves(List<Gist.Enrollment> student) {
        for (Gist.Enrollment enrollment : student) {
            if (leaves(enrollment)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaves(Gist.Enrollment enrollment) {
        return enrollment.hasEnded()
                && (enrollment.endStatus() == SAME_DISTRICT || enrollment.endStatus() == SCHOOL_CHOICE);
    }

    /** Of some enrollments the one that starts last, and the one that starts last at another school than that. */
    private static final class LatestStarts {
        private Gist.Enrollment latest;
        private Gist.Enrollment elsewhere;

        LatestStarts(List<Gist.Enrollment> byStart, Predicate<Gist.Enrollment> which) {
            for (int i = byStart.size() - 1; i >= 0 && elsewhere == null; i--) {
                Gist.Enrollment enrollment = byStart.get(i);
                if (which.test(enrollment)) {
                    if (latest == null) {
                        latest = enrollment;
                    } else if (latest.school() != enrollment.school()) {
                        elsewhere = enrollment;
                    }
                }
            }
        }

        /** True when one of them starts at another school on the day of the exit or later. */
        boolean follow(Gist.Enrollment exit) {
            Gist.Enrollment candidate = latest == null || latest.school() != exit.school() ? latest : elsewhere;
            return candidate != null && candidate.startDay() >= exit.endDay();
        }
    }
}
