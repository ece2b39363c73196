package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.cross.enrollment.EnrollmentRules;
import gov.mt.opi.aim.validation.cross.file.FileRules;
import gov.mt.opi.aim.validation.cross.student.StudentRules;
import gov.mt.opi.aim.validation.reading.InfoTally;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules across records in the order in which they speak, in steps. What one step rejects, the next does not see: a
 * student with two versions of one enrollment is told so, and not also that they overlap. Rules of one step see the same
 * records.
 */
public final class CrossRules {

    private final List<List<CrossRule>> steps;

    public CrossRules(ConditionConfig config) {
        this.steps = steps(config.compulsoryAge());
    }

    private static List<List<CrossRule>> steps(int compulsoryAge) {
        return List.of(
                // Who is who comes first: without its student a record is not looked at.
                StudentRules.oneStateIdForALocalId(),
                StudentRules.oneStudentForALocalId(),
                FileRules.dependence(),
                FileRules.contradictions(),
                EnrollmentRules.overlaps(),
                // What only warns, about what is left.
                StudentRules.warnings(),
                EnrollmentRules.warnings(compulsoryAge),
                FileRules.warnings());
    }

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        return steps(0).stream().flatMap(List::stream).map(CrossRule::ruleId).collect(Collectors.toUnmodifiableSet());
    }

    /** Judges the records; those that get an ERROR are no longer among the clean ones. INFO is counted. */
    public CrossFindings judge(FileRecords records, Originals originals, InfoTally info) {
        CrossFindings found = new CrossFindings(records.size(), info);
        records.sort();
        int rejected = 0;
        for (List<CrossRule> step : steps) {
            step.forEach(rule -> rule.judge(records, originals, found));
            int now = found.rejected().cardinality();
            if (now > rejected) {
                records.refuse(found.rejected());
                rejected = now;
            }
        }
        return found;
    }
}
