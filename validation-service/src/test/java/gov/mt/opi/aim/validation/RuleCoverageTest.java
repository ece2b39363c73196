package gov.mt.opi.aim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.Scenarios.Scenario;
import gov.mt.opi.aim.validation.judging.EnforcedRules;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue and the code agree. */
class RuleCoverageTest {

    /** Rules across records and of the registry that come with the next step of the product; this list only shrinks. */
    private static final Set<String> LATER = Set.of(
            "XF-001", "XF-005", "XF-006", "XF-007", "XF-008", "XF-009", "XF-011", "XF-012", "XF-013", "XF-014",
            "XF-015", "XF-016", "XF-017", "XF-018", "XS-013", "XS-016", "XS-017");

    /** Rules for which nothing can be right or wrong: every record shows them, or none can. */
    private static final Set<String> WITHOUT_BAD_EXAMPLE = Set.of("SD-031");

    @Test
    void everyRuleOfThisServiceIsEnforced() {
        assertThat(EnforcedRules.ids())
                .as("rules.tsv gives these rules to validation: write a check, a condition or a rule across records"
                        + " for what is missing, and take out what the catalogue gives to another service")
                .isEqualTo(ours());
    }

    @Test
    void everyRuleHasAGoodAndABadScenario() {
        assertThat(ruleIdsOf(Scenario::good))
                .as("write a good example into src/test/resources/scenarios for each missing rule")
                .containsAll(ours());
        Set<String> bad = ruleIdsOf(scenario -> !scenario.good());
        Set<String> needed = new TreeSet<>(ours());
        needed.removeAll(WITHOUT_BAD_EXAMPLE);
        assertThat(bad)
                .as("write a bad example into src/test/resources/scenarios for each missing rule")
                .containsAll(needed);
    }

    private static Set<String> ours() {
        return RuleCatalogue.all().stream()
                .filter(rule -> rule.service().equals("validation") && rule.stage() == 1)
                .map(Rule::id)
                .filter(id -> !LATER.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ruleIdsOf(Predicate<Scenario> which) {
        return Scenarios.all().stream().filter(which).map(Scenario::ruleId).collect(Collectors.toSet());
    }
}
