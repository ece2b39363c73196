package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.statestore.Scenarios.Scenario;
import gov.mt.opi.aim.statestore.Scenarios.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends the files of a scenario and holds what came of each line against what it expects. */
final class Play {

    private Play() {}

    /**
     * Sends the files of a scenario.
     *
     * @param stateStore the state-store
     * @param decisions what it decided so far, in the order in which it did
     * @param retire makes State IDs lead to others
     */
    static void play(
            Scenario scenario, StateStore stateStore, List<Decision> decisions, Consumer<Map<String, String>> retire) {
        Set<String> told = new TreeSet<>();
        for (Sent file : scenario.files()) {
            if (file == scenario.files().get(scenario.files().size() - 1)) {
                retire.accept(scenario.retired());
            }
            int before = decisions.size();
            stateStore.apply(file.records());
            List<Decision> ofFile = new ArrayList<>(decisions.subList(before, decisions.size()));
            // What else is told is of earlier files, whose lines waited.
            ofFile.removeIf(decision -> !decision.record()
                    .submissionId()
                    .equals(file.records().get(0).submissionId()));
            ofFile.sort(Comparator.comparing(decision -> decision.record().line()));
            assertThat(ofFile.stream().map(Play::inWords))
                    .as(
                            "outcomes and findings of the lines of the file of district %s",
                            file.records().get(0).districtNumber())
                    .isEqualTo(file.expected());
            ofFile.forEach(decision -> told.addAll(ruleIds(decision)));
        }
        assertThat(told.contains(scenario.ruleId()))
                .as("%s speaks in this scenario", scenario.ruleId())
                .isEqualTo(!scenario.good());
    }

    private static String inWords(Decision decision) {
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
        List<String> ids =
                decision.allFindings().stream().map(Finding::ruleId).sorted().toList();
        return ids.isEmpty() ? outcome : outcome + " " + String.join(" ", ids);
    }

    private static List<String> ruleIds(Decision decision) {
        return Stream.concat(decision.allFindings().stream().map(Finding::ruleId), decision.info().keySet().stream())
                .toList();
    }
}
