package gov.mt.opi.aim.statestore.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plausible ages by grade. */
public final class GradeAges {

    private static final Pattern ENTRY = Pattern.compile("(\\w\\w)=(\\d{1,2})-(\\d{1,2})");

    /** Ages in completed years, both ends included. */
    private record Range(int from, int to) {}

    private final Map<String, Range> ranges = new HashMap<>();

    /**
     * Reads {@code KG=4-7 01=5-8}.
     *
     * @throws IllegalArgumentException when an entry is none
     */
    public GradeAges(String setting) {
        for (String entry : setting.trim().split("\\s+")) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "aim.rule.grade-ages: write `" + entry + "` as grade=youngest-oldest, for example KG=4-7");
            }
            ranges.put(parts.group(1), new Range(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        }
    }

    /** True for every age in a grade that has none. */
    public boolean isPlausible(String grade, int age) {
        Range range = ranges.get(grade);
        return range == null || range.from <= age && age <= range.to;
    }
}
