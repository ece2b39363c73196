package gov.mt.opi.aim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.validation.Scenarios.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario has the verdict that it expects, no finding more and none less. */
class ScenarioTest {

    @TestFactory
    Stream<DynamicTest> judgesAsTheScenarioSays() {
        return Scenarios.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.source() + " " + scenario.name(), () -> judgesAsItSays(scenario)));
    }

    private static void judgesAsItSays(Scenario scenario) {
        JudgedFile judged = JudgedFile.of(scenario.district(), scenario.header(), scenario.lines());
        assertThat(scenario.expected().keySet())
                .as("every line has an expectation")
                .isEqualTo(scenario.lines().keySet());
        scenario.expected().forEach((line, expected) -> {
            assertThat(judged.findings(line).stream()
                            .map(finding -> finding.ruleId() + "@" + finding.line())
                            .toList())
                    .as("findings of line %d", line)
                    .containsExactlyInAnyOrderElementsOf(expected.findings());
            assertThat(judged.isAccepted(line)).as("line %d is accepted", line).isEqualTo(expected.accepted());
        });
        if (!scenario.ruleId().isEmpty()) {
            assertThat(judged.info()).as("INFO counts").isEqualTo(scenario.info());
        }
    }
}
