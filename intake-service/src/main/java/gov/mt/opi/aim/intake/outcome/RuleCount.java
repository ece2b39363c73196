package gov.mt.opi.aim.intake.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One rule and how often it did not hold in a submission.
 *
 * @param ruleId id of the rule
 * @param severity severity of its findings; the worst where they differ
 * @param count findings, or for INFO rules how often the rule applied
 * @param fieldName the field that the first finding is about
 * @param firstLines the first lines with a finding, at most {@link #FIRST_LINES}
 */
public record RuleCount(
        String ruleId,
        Severity severity,
        long count,
        @JsonIgnore Optional<String> fieldName,
        List<Integer> firstLines) {

    /** Lines that are named. */
    public static final int FIRST_LINES = 10;

    /** What is wrong, in words that fit all findings of the rule. */
    @JsonProperty
    public String message() {
        return RuleCatalogue.find(ruleId)
                .map(rule -> rule.message()
                        .replace("{field}", fieldName.orElseGet(() -> rule.field()
                                .replaceFirst("^[0-9]+ ", "")))
                        .replaceAll(" \\(\\{value}\\)|: \\{value}(?=\\.)| ?\\{value}", ""))
                .orElse("");
    }
}
