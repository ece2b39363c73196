package gov.mt.opi.aim.validation.reading;

import java.util.Map;
import java.util.TreeMap;

/** How often each INFO rule applied in a file. They are counted and never listed. */
public final class InfoTally {

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String ruleId) {
        counts.merge(ruleId, 1, Integer::sum);
    }

    /** Counts by rule id. */
    public Map<String, Integer> counts() {
        return counts;
    }
}
