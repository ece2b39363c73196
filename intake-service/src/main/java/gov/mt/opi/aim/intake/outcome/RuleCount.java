package gov.mt.opi.aim.intake.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule and how often it did not hold in a submission.
 *
 * @param ruleId id of the rule
 * @param severity severity of its findings; the worst where they differ
 * @param count findings, or for INFO rules how often the rule applied
 * @param fieldName the field that the first finding is about
 * @param firstLines the first lines with a finding, at most {@link #FIRST_LINES}
 * @param causes the values that broke it, those with most findings first, at most {@link #CAUSES_MAX}; none for INFO rules
 * @param causeCount how many different values broke it
 */
public record RuleCount(
        String ruleId,
        Severity severity,
        long count,
        @JsonIgnore Optional<String> fieldName,
        List<Integer> firstLines,
        List<Cause> causes,
        long causeCount) {

    /** Lines that are named. */
    public static final int FIRST_LINES = 10;

    /** Causes that are named. */
    public static final int CAUSES_MAX = 50;

    /** Rules of which one mistake breaks many lines at once, so that they are worth mending before all others. */
    private static final Set<String> ROOTS = Set.of("XS-012", "XS-013", "XS-014", "XS-015");
    /** Rules that only follow from findings of other lines. */
    private static final Set<String> CONSEQUENCES = Set.of("XF-012");

    /** Largest count first. */
    public static final Comparator<RuleCount> LARGEST_FIRST = Comparator.comparing(RuleCount::count)
            .reversed()
            .thenComparing(RuleCount::place)
            .thenComparing(RuleCount::ruleId);

    /** In the order in which it pays to mend: by severity, root causes before and consequences behind the others. */
    public static final Comparator<RuleCount> MEND_FIRST = Comparator.comparing(RuleCount::severity)
            .thenComparing(RuleCount::place)
            .thenComparing(LARGEST_FIRST);

    /** What is wrong, in words that fit all findings of the rule; what differs between them is left out or an ellipsis. */
    @JsonProperty
    public String message() {
        return RuleCatalogue.find(ruleId).map(this::message).orElse("");
    }

    private String message(Rule rule) {
        if (causeCount == 1 && rule.message().contains("{detail}")) {
            return causes.get(0).message();
        }
        return rule.message()
                .replace("{field}", fieldName.orElseGet(() -> rule.field().replaceFirst("^[0-9]+ ", "")))
                .replaceAll(" \\(\\{value}\\)|: \\{value}(?=\\.)| ?\\{value}", "")
                .replaceAll(": \\{detail}(?=\\.)| on \\{detail}", "")
                .replace("{detail}", "\u2026");
    }

    private int place() {
        return ROOTS.contains(ruleId) ? 0 : CONSEQUENCES.contains(ruleId) ? 2 : 1;
    }
}
