package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.validation.condition.ConditionConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules across records in the order in which they speak. What one of them rejects, the next does not see: a student
 * with two versions of one enrollment is told so, and not also that they overlap.
 */
public final class CrossRules {

    /** The key of an enrollment (AMB-77); the district is the same in the whole file. */
    static final Comparator<Gist.Enrollment> ENROLLMENT_KEY = Comparator.comparingInt(Gist.Enrollment::stateId)
            .thenComparingInt(Gist.Enrollment::school)
            .thenComparingInt(Gist.Enrollment::calendar)
            .thenComparingInt(Gist.Enrollment::year)
            .thenComparingInt(Gist.Enrollment::startDay);

    private final List<CrossRule> rules;

    public CrossRules(ConditionConfig config) {
        this.rules = rules(config.compulsoryAge());
    }

    private static List<CrossRule> rules(int compulsoryAge) {
        return List.of(
                new SameKeyOtherContent<>("XF-002", CleanRecords::enrollments, ENROLLMENT_KEY),
                new SameKeyOtherContent<>(
                        "XF-003",
                        CleanRecords::participations,
                        Comparator.comparingInt(Gist.Participation::stateId)
                                .thenComparingInt(Gist.Participation::school)
                                .thenComparingInt(Gist.Participation::calendar)
                                .thenComparingInt(Gist.Participation::year)),
                new SameKeyOtherContent<>(
                        "XF-004",
                        CleanRecords::attendances,
                        Comparator.comparingInt(Gist.Attendance::stateId)
                                .thenComparingInt(Gist.Attendance::school)
                                .thenComparingInt(Gist.Attendance::calendar)),
                new OverlappingPrimaries(),
                new UnderCompulsoryAge(compulsoryAge));
    }

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        return rules(0).stream().map(CrossRule::ruleId).collect(Collectors.toUnmodifiableSet());
    }

    /** Judges the records; those that get an ERROR are taken out of them. */
    public CrossFindings judge(CleanRecords records, SameContent content) {
        CrossFindings found = new CrossFindings();
        for (CrossRule rule : rules) {
            rule.judge(records, content, found);
            records.remove(found.rejected());
        }
        return found;
    }
}
