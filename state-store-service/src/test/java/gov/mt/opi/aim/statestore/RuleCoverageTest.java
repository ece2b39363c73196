package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.statestore.Scenarios.Scenario;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue and the code agree. */
class RuleCoverageTest {

    @Test
    void everyRuleOfThisServiceIsEnforced() {
        assertThat(EnforcedRules.ids(Settings.ofTheState()))
                .as("rules.tsv gives these rules to state-store: write a class beside its kin in the package rule for"
                        + " what is missing, and take out what the catalogue gives to another service")
                .isEqualTo(ours());
    }

    @Test
    void everyRuleHasAGoodAndABadScenario() {
        assertThat(ruleIdsOf(Scenario::good))
                .as("write a good example into src/test/resources/scenarios for each missing rule")
                .containsAll(ours());
        assertThat(ruleIdsOf(scenario -> !scenario.good()))
                .as("write a bad example into src/test/resources/scenarios for each missing rule")
                .containsAll(ours());
    }

    @Test
    void everyTextIsWrittenForAClerk() {
        assertThat(RuleCatalogue.all())
                .filteredOn(rule -> ours().contains(rule.id()))
                .allSatisfy(rule -> {
                    assertThat(rule.message()).as(rule.id()).isNotEqualTo(rule.check());
                    assertThat(rule.hint()).as(rule.id()).doesNotStartWith("Right: ");
                });
    }

    private static Set<String> ours() {
        return RuleCatalogue.all().stream()
                .filter(rule -> rule.service().equals("state-store") && rule.stage() == 1)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ruleIdsOf(Predicate<Scenario> which) {
        return Scenarios.all().stream().filter(which).map(Scenario::ruleId).collect(Collectors.toSet());
    }
}
