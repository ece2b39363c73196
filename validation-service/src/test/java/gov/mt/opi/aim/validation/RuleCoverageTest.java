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
        Set<String> withoutGood = new TreeSet<>(ours());
        withoutGood.removeAll(ruleIdsOf(Scenario::good));
        assertThat(withoutGood)
                .as("write a good example into src/test/resources/scenarios for each of these rules")
                .isEmpty();
        Set<String> withoutBad = new TreeSet<>(ours());
        withoutBad.removeAll(ruleIdsOf(scenario -> !scenario.good()));
        withoutBad.removeAll(WITHOUT_BAD_EXAMPLE);
        assertThat(withoutBad)
                .as("write a bad example into src/test/resources/scenarios for each of these rules")
                .isEmpty();
    }

    private static Set<String> ours() {
        return RuleCatalogue.all().stream()
                .filter(rule -> rule.service().equals("validation") && rule.stage() == 1)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ruleIdsOf(Predicate<Scenario> which) {
        return Scenarios.all().stream().filter(which).map(Scenario::ruleId).collect(Collectors.toSet());
    }
}
