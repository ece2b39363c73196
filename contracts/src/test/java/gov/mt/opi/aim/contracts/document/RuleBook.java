package gov.mt.opi.aim.contracts.document;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page about the rules. */
final class RuleBook {

    private static final String BEGINNING =
            """
            # The rule book

            Every rule of the state, version %s. Ids are never reused and never change their meaning. What a finding says besides
            this table, the value, the lines and the nearest right value, depends on the record.

            | Severity | Means |
            |---|---|
            | FATAL | the file is not taken |
            | ERROR | the line is rejected; the others are not |
            | HELD | the line waits for a person or for another district |
            | WARNING | the line is taken; somebody should look |
            | INFO | counted for the file, never listed |
            | BLOCKS_CERTIFICATION | a collection cannot be certified while it stands |

            The first error of a field silences the rest of that field and every rule that needs it. Rules across records (XF, XS)
            look only at records without errors. Fields are described in [the file](file-specification.md).
            """;

    private static final Map<String, String> PARTS = parts();

    private RuleBook() {}

    static String page() {
        StringBuilder page = new StringBuilder(Page.GENERATED).append(BEGINNING.formatted(RuleCatalogue.VERSION));
        Map<String, List<Rule>> byPart = RuleCatalogue.all().stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.id().substring(0, rule.id().indexOf('-')),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byPart.forEach((part, rules) -> {
            page.append("\n## ").append(PARTS.get(part)).append("\n\n");
            page.append("| Rule | Severity | By | Looks at | Holds | How to mend | Good | Bad |\n");
            page.append("|---|---|---|---|---|---|---|---|\n");
            rules.forEach(rule -> page.append(Page.row(
                    "`" + rule.id() + "`",
                    rule.severity().name(),
                    rule.service(),
                    rule.field(),
                    rule.check(),
                    rule.hint(),
                    rule.good(),
                    rule.bad())));
        });
        return page.toString();
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("FILE", "FILE: the file");
        parts.put("HDR", "HDR: the header");
        parts.put("REC", "REC: the structure of a line");
        parts.put("SD", "SD: student demographics");
        parts.put("EN", "EN: enrollment");
        parts.put("PP", "PP: program participation");
        parts.put("AT", "AT: test-window attendance");
        parts.put("XF", "XF: across the records of a file");
        parts.put("XS", "XS: against the registry and the statewide view");
        parts.put("COL", "COL: before a collection is certified");
        return parts;
    }
}
