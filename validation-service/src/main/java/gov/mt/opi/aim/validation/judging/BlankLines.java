package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import java.util.ArrayList;
import java.util.List;

/**
 * REC-001: blank lines of the body. They are no records and have no events; they show as a gap between the line numbers of
 * two records and are told with the second of them.
 */
final class BlankLines {

    /** Most blank lines of one gap that are told one by one; a file may hold nothing but line ends. */
    static final int LISTED_MAX = 100;

    private static final Rule RULE = RuleCatalogue.get("REC-001");

    private BlankLines() {}

    /** The rule that speaks here. */
    static String ruleId() {
        return RULE.id();
    }

    /** The findings about the blank lines right before a record. The last one listed says how far a long gap goes. */
    static List<Finding> before(GatheredFile file, int index) {
        int first = file.firstBlankBefore(index);
        int behind = file.line(index);
        if (behind <= first) {
            return List.of();
        }
        int listed = Math.min(behind - first, LISTED_MAX);
        List<Finding> findings = new ArrayList<>(listed);
        for (int line = first; line < first + listed; line++) {
            boolean more = line == first + listed - 1 && line < behind - 1;
            findings.add(Finding.ofRecord(RULE, line, null, more ? "lines " + line + " to " + (behind - 1) : ""));
        }
        return findings;
    }
}
