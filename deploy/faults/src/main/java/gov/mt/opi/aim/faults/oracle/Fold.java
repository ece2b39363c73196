package gov.mt.opi.aim.faults.oracle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** What is known when lines are taken by their source version, whatever the order in which they come: the newest wins. */
final class Fold {

    /**
     * How new a line is: by the header of its file, then the order of receipt, then its place in the file.
     *
     * @param headerTimestamp ISO 8601
     * @param sequence number of the submission
     * @param line line of the file
     */
    record Version(String headerTimestamp, long sequence, int line) implements Comparable<Version> {

        private static final Comparator<Version> ORDER = Comparator.comparing(Version::headerTimestamp)
                .thenComparing(Version::sequence)
                .thenComparing(Version::line);

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Thing, Version> versions = new HashMap<>();
    private final Map<Thing, Map<String, String>> facts = new HashMap<>();

    void add(Version version, String line, int schoolYear) {
        Map<String, String> fields = SpecLine.fields(line, schoolYear);
        Thing thing = SpecLine.thing(line.substring(0, 2), fields);
        Version known = versions.get(thing);
        if (known == null || known.compareTo(version) < 0) {
            versions.put(thing, version);
            facts.put(thing, fields);
        }
    }

    /** What every thing is. */
    Map<Thing, Map<String, String>> facts() {
        return facts;
    }
}
