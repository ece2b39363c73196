package gov.mt.opi.aim.validation.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each INFO rule applied in a file. They are counted and never listed. */
public final class InfoTally {

    private final Map<String, int[]> counts = new HashMap<>();

    /** Counts an INFO rule once more. */
    public void add(String ruleId) {
        counts.computeIfAbsent(ruleId, rule -> new int[1])[0]++;
    }

    /** Counts by rule id. */
    public Map<String, Integer> counts() {
        Map<String, Integer> sorted = new TreeMap<>();
        counts.forEach((ruleId, count) -> sorted.put(ruleId, count[0]));
        return sorted;
    }
}
