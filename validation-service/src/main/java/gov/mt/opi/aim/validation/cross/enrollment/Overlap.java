package gov.mt.opi.aim.validation.cross.enrollment;

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
 * Two enrollments of a student that share a date: both Primary (XF-010, spec 2.6), or in one school and not both Primary
 * (XF-011). Both dates are days enrolled, an open end lasts for ever. The same enrollment on two lines is one enrollment.
 */
final class Overlap implements CrossRule {

    private static final Comparator<Gist.Enrollment> BY_SCHOOL = Comparator.comparingInt(Gist.Enrollment::school);

    private final Rule rule;
    private final boolean ofPrimaries;

    private Overlap(String ruleId, boolean ofPrimaries) {
        this.rule = RuleCatalogue.get(ruleId);
        this.ofPrimaries = ofPrimaries;
    }

    static Overlap ofPrimaries() {
        return new Overlap("XF-010", true);
    }

    static Overlap inOneSchool() {
        return new Overlap("XF-011", false);
    }

    @Override
    public String ruleId() {
        return rule.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        EnrollmentFields.ofStudents(records, student -> {
            List<Gist.Enrollment> enrollments = new ArrayList<>(student);
            if (ofPrimaries) {
                enrollments.removeIf(enrollment -> !enrollment.primary());
                judge(enrollments, found);
            } else {
                // Sorting is stable: those of a school stay in the order of their Start Dates.
                enrollments.sort(BY_SCHOOL);
                Runs.ofSeveral(enrollments, BY_SCHOOL, inSchool -> judge(inSchool, found));
            }
        });
    }

    /** Judges enrollments by Start Date, of which any two that share a date contradict each other. */
    private void judge(List<Gist.Enrollment> byStart, CrossFindings found) {
        List<Gist.Enrollment> originals = withoutCopies(byStart);
        Gist.Enrollment[] others = sharingADate(originals);
        int at = 0;
        for (Gist.Enrollment enrollment : byStart) {
            if (!isCopy(enrollment, originals.get(at))) {
                at++;
            }
            if (others[at] != null) {
                found.aboutRecord(enrollment, rule, Runs.lines(enrollment, others[at]));
            }
        }
    }

    /**
     * For each enrollment one other with which it shares a date, if there is any. Of those that began before, the one that
     * ends last is enough; of those that begin after, the next.
     */
    private Gist.Enrollment[] sharingADate(List<Gist.Enrollment> byStart) {
        Gist.Enrollment[] others = new Gist.Enrollment[byStart.size()];
        Rivals before = new Rivals(Comparator.comparingInt(Gist.Enrollment::endDay));
        for (int i = 0; i < byStart.size(); i++) {
            Gist.Enrollment enrollment = byStart.get(i);
            Gist.Enrollment rival = before.of(enrollment);
            if (rival != null && enrollment.startDay() <= rival.endDay()) {
                others[i] = rival;
            }
            before.add(enrollment);
        }
        Rivals after =
                new Rivals(Comparator.comparingInt(Gist.Enrollment::startDay).reversed());
        for (int i = byStart.size() - 1; i >= 0; i--) {
            Gist.Enrollment enrollment = byStart.get(i);
            Gist.Enrollment rival = after.of(enrollment);
            if (others[i] == null && rival != null && rival.startDay() <= enrollment.endDay()) {
                others[i] = rival;
            }
            after.add(enrollment);
        }
        return others;
    }

    private static List<Gist.Enrollment> withoutCopies(List<Gist.Enrollment> byStart) {
        List<Gist.Enrollment> originals = new ArrayList<>(byStart.size());
        for (Gist.Enrollment enrollment : byStart) {
            if (originals.isEmpty() || !isCopy(enrollment, originals.get(originals.size() - 1))) {
                originals.add(enrollment);
            }
        }
        return originals;
    }

    /** Of one key only equal records have come so far: others were rejected before. */
    private static boolean isCopy(Gist.Enrollment enrollment, Gist.Enrollment original) {
        return FileRecords.ENROLLMENT_KEY.compare(enrollment, original) == 0;
    }

    /** Of the enrollments seen so far, of the Primary ones and of the others, the one that matters most. */
    private final class Rivals {
        private final Comparator<Gist.Enrollment> importance;
        private Gist.Enrollment primary;
        private Gist.Enrollment other;

        Rivals(Comparator<Gist.Enrollment> importance) {
            this.importance = importance;
        }

        /** The most important of those that contradict an enrollment: two Primary ones by XF-010, all others by XF-011. */
        Gist.Enrollment of(Gist.Enrollment enrollment) {
            if (ofPrimaries) {
                return primary;
            }
            return enrollment.primary() ? other : moreImportant(primary, other);
        }

        void add(Gist.Enrollment enrollment) {
            if (enrollment.primary()) {
                primary = moreImportant(primary, enrollment);
            } else {
                other = moreImportant(other, enrollment);
            }
        }

        private Gist.Enrollment moreImportant(Gist.Enrollment one, Gist.Enrollment another) {
            if (one == null || another == null) {
                return one == null ? another : one;
            }
            return importance.compare(one, another) > 0 ? one : another;
        }
    }
}
