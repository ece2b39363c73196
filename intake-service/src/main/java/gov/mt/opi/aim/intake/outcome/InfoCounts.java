package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often INFO rules applied. Validation tells the counts of the whole file at once, and tells them again when it judges a
 * file again after a crash, so that the larger one counts; other services tell what applied to the one line.
 */
public final class InfoCounts {

    private static final String WHOLE_FILE = "validation";

    private final Map<String, Integer> ofFile = new TreeMap<>();
    private final Map<String, Integer> ofLines = new TreeMap<>();

    void add(Map<String, Integer> info) {
        info.forEach((rule, count) -> {
            boolean wholeFile = RuleCatalogue.find(rule)
                    .filter(known -> known.service().equals(WHOLE_FILE))
                    .isPresent();
            if (wholeFile) {
                ofFile.merge(rule, count, Math::max);
            } else {
                ofLines.merge(rule, count, Integer::sum);
            }
        });
    }

    /** Counts of the whole file by rule: what is known is at least this. */
    public Map<String, Integer> ofFile() {
        return ofFile;
    }

    /** Counts to add by rule. */
    public Map<String, Integer> ofLines() {
        return ofLines;
    }
}
