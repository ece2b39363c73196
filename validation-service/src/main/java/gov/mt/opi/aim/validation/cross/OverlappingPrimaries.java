package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * XF-010: on any date a student has one Primary enrollment at most (spec 2.6). Both dates are days enrolled, an open end
 * lasts for ever. The same enrollment on two lines is one enrollment.
 */
final class OverlappingPrimaries implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-010");

    private static final Comparator<Gist.Enrollment> BY_STUDENT_AND_TIME = Comparator.comparingInt(
                    Gist.Enrollment::stateId)
            .thenComparingInt(Gist.Enrollment::startDay)
            .thenComparing(CrossRules.ENROLLMENT_KEY)
            .thenComparingInt(Gist::line);

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(CleanRecords records, SameContent content, CrossFindings found) {
        List<Gist.Enrollment> primaries = new ArrayList<>(records.enrollments());
        primaries.removeIf(enrollment -> !enrollment.primary());
        primaries.sort(BY_STUDENT_AND_TIME);
        Map<Integer, Gist.Enrollment> others = overlapping(primaries);
        Gist.Enrollment original = null;
        for (Gist.Enrollment enrollment : primaries) {
            original = isCopy(enrollment, original) ? original : enrollment;
            Gist.Enrollment other = others.get(original.index());
            if (other != null) {
                String lines = "lines " + Math.min(enrollment.line(), other.line()) + " and "
                        + Math.max(enrollment.line(), other.line());
                found.aboutRecord(enrollment.index(), RULE, lines);
            }
        }
    }

    /**
     * For each enrollment that shares a date with another, by index, one such other. Compared is only with what ends last
     * of all that began before: whatever overlaps something later but not that, is that itself.
     */
    private static Map<Integer, Gist.Enrollment> overlapping(List<Gist.Enrollment> sorted) {
        Map<Integer, Gist.Enrollment> others = new HashMap<>();
        Gist.Enrollment previous = null;
        Gist.Enrollment longest = null;
        for (Gist.Enrollment enrollment : sorted) {
            if (isCopy(enrollment, previous)) {
                continue;
            }
            if (previous == null || previous.stateId() != enrollment.stateId()) {
                longest = enrollment;
            } else {
                if (enrollment.startDay() <= longest.endDay()) {
                    others.put(enrollment.index(), longest);
                    others.putIfAbsent(longest.index(), enrollment);
                }
                longest = enrollment.endDay() > longest.endDay() ? enrollment : longest;
            }
            previous = enrollment;
        }
        return others;
    }

    /** Of one key only equal records have come so far: others were rejected before. */
    private static boolean isCopy(Gist.Enrollment enrollment, Gist.Enrollment previous) {
        return previous != null && CrossRules.ENROLLMENT_KEY.compare(previous, enrollment) == 0;
    }
}
