package gov.mt.opi.aim.contracts.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every rule of the state, read once from {@code rules.tsv} beside this class. Ids are never reused or renamed. */
public final class RuleCatalogue {

    /** Version of the rule set; grows with every change to a rule's meaning. */
    public static final String VERSION = "1";

    private static final Map<String, Rule> RULES = read();

    private RuleCatalogue() {}

    public static Collection<Rule> all() {
        return RULES.values();
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(RULES.get(id));
    }

    public static boolean contains(String id) {
        return RULES.containsKey(id);
    }

    /**
     * The rule of that id.
     *
     * @throws IllegalArgumentException when the catalogue has no such rule
     */
    public static Rule get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id + " in rules.tsv"));
    }

    private static Map<String, Rule> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(RuleCatalogue.class.getResourceAsStream("rules.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new Rule(
                            cell[0],
                            Severity.valueOf(cell[1]),
                            cell[2],
                            Integer.parseInt(cell[3]),
                            cell[4],
                            cell[5],
                            cell[6],
                            cell[7],
                            cell[8],
                            cell[9],
                            cell[10]))
                    .collect(Collectors.collectingAndThen(
                            Collectors.toMap(
                                    Rule::id,
                                    rule -> rule,
                                    (one, two) -> {
                                        throw new IllegalStateException("rule " + one.id() + " stands twice");
                                    },
                                    LinkedHashMap::new),
                            Collections::unmodifiableMap));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
