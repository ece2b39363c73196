package gov.mt.opi.aim.faults.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is not as it must be, in words. */
final class Differences {

    private static final int SHOWN = 5;

    private final List<String> all = new ArrayList<>();

    void add(String difference) {
        all.add(difference);
    }

    void addAll(List<String> differences) {
        all.addAll(differences);
    }

    /** In the order in which they were found; none when all is well. */
    List<String> all() {
        return List.copyOf(all);
    }

    /** Says where two tellings of the same things differ. */
    <K, V> void compare(String what, Map<K, V> expected, Map<K, V> found) {
        Set<K> keys = new HashSet<>(expected.keySet());
        keys.addAll(found.keySet());
        List<K> wrong = keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                .toList();
        if (!wrong.isEmpty()) {
            List<String> shown = wrong.stream()
                    .limit(SHOWN)
                    .map(key -> key + ": " + difference(expected.get(key), found.get(key)))
                    .toList();
            add(what + " differ in " + wrong.size() + " of " + keys.size() + ": " + shown);
        }
    }

    /** The data are made up, but a table of results may go anywhere: properties are named, not their values. */
    private static String difference(Object expected, Object found) {
        if (expected == null || found == null) {
            return expected == null ? "only in the second" : "only in the first";
        }
        if (expected instanceof Map<?, ?> one && found instanceof Map<?, ?> other) {
            Set<Object> properties = new HashSet<>(one.keySet());
            properties.addAll(other.keySet());
            properties.removeIf(property -> Objects.equals(one.get(property), other.get(property)));
            return properties + " differ";
        }
        if (expected instanceof Known one && found instanceof Known other) {
            return "version " + one.version() + " and " + other.version()
                    + (one.fields().equals(other.fields()) ? "" : ", " + difference(one.fields(), other.fields()));
        }
        return expected + " and " + found;
    }

    /** A few of many. */
    static <T> List<T> first(Set<T> all) {
        return all.stream().limit(SHOWN).toList();
    }
}
