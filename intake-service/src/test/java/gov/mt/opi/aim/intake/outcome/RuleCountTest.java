package gov.mt.opi.aim.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleCountTest {

    @Test
    void aSummaryNeverShowsThePlacesOfATextThatAreFilledIn() {
        assertThat(RuleCatalogue.all()).extracting(Rule::id).allSatisfy(rule -> assertThat(
                        count(rule, 2).message())
                .as("how the summary of %s reads; RuleCount.message must know each place of a rule's text", rule)
                .isNotBlank()
                .doesNotContain("{", "}", " ,", "  ")
                .doesNotMatch(".* [.]( .*|$)"));
    }

    @Test
    void aSummarySaysWhatBlocksTheLinesWhenItIsOneLine() {
        assertThat(count("XF-012", 1).message()).isEqualTo("as one finding says it");
        assertThat(count("XF-012", 2).message()).startsWith("The record is blocked by \u2026");
        assertThat(count("XF-002", 2).message()).endsWith("stands with different content.");
    }

    private static RuleCount count(String rule, int causes) {
        Cause cause = new Cause("", "as one finding says it", 1, List.of(2));
        return new RuleCount(rule, Severity.ERROR, causes, Optional.of("Grade"), List.of(2), List.of(cause), causes);
    }
}
