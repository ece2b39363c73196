package gov.mt.opi.aim.statestore.student;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * First names that one person may go by, from {@code nicknames.txt} beside this class: one family of names a line. Two
 * names are related when some line has both.
 */
final class Nicknames {

    private static final Map<String, Set<String>> RELATED = read();

    private Nicknames() {}

    /** True when one may be a familiar form or a spelling of the other; both in normal form. */
    static boolean related(String one, String two) {
        return of(one).contains(two);
    }

    /** The names that a child of this name may go by, without the name itself. */
    static Set<String> of(String normalFirst) {
        return RELATED.getOrDefault(normalFirst, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> related = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Nicknames.class.getResourceAsStream("nicknames.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        Set<String> family = Set.of(line.trim().split("\\s+"));
                        for (String name : family) {
                            Set<String> others = related.computeIfAbsent(name, first -> new HashSet<>());
                            others.addAll(family);
                            others.remove(name);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return related;
    }
}
