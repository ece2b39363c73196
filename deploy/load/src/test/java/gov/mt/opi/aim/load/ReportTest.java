package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.load.machine.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Load WARM = new Load(
            "warm",
            1_000,
            1,
            2,
            4,
            5,
            new Usage(
                    600_000_000L,
                    Map.of("intake-service", 10_000_000L, "benchmark", 90_000_000L),
                    Map.of("intake-service/executor", 7_000_000L, "intake-service/rare", 1_000L)),
            Map.of("intake-service: step: read", new Stages.Stage(0.5, 3)),
            Map.of("SELECT $1", 3.0),
            Map.of());

    @Test
    void speedIsThatOfTheWholeWayAndTheBenchmarkItselfCostsNothing() {
        assertThat(WARM.speed()).isEqualTo(250);
        assertThat(WARM.micros()).isEqualTo(10);
    }

    @Test
    void aBusyMachineIsSaidToBeOne() {
        Report quiet = new Report();
        Report busy = new Report();
        Usage usage = new Usage(2_000_000_000L, WARM.usage().processes(), Map.of());

        quiet.growth(List.of(WARM));
        busy.growth(List.of(new Load("warm", 1_000, 1, 2, 4, 5, usage, Map.of(), Map.of(), Map.of())));

        assertThat(quiet.lines()).noneMatch(line -> line.contains("Others used"));
        assertThat(busy.lines()).anyMatch(line -> line.contains("Others used"));
    }

    @Test
    void theFloorIsItsMedianPass() {
        FloorRun floor = new FloorRun(1_000, List.of(2.0, 0.8)).and(new FloorRun(1_000, List.of(0.5, 1.2)));
        Report report = new Report();

        report.speeds(floor, List.of(WARM));

        assertThat(floor.speed()).isEqualTo(1_000);
        assertThat(report.lines())
                .anyMatch(line -> line.matches("\\| warm .*\\| +250 \\| +0.25 \\| +10.0 \\| +0.0 \\| +0.1 \\|"));
    }

    @Test
    void kindsOfThreadsThatCostLittleAreSummedUp() {
        Report report = new Report();

        report.threads(List.of(WARM));

        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("| - executor") && line.contains(" 7.0 "))
                .anyMatch(line -> line.startsWith("| - others") && line.contains(" 3.0 "))
                .noneMatch(line -> line.contains("rare") || line.contains("benchmark"));
    }

    @Test
    void stepsAndStatementsAreToldForARecord() {
        Report report = new Report();

        report.stages(List.of(WARM));
        report.statements(List.of(WARM));

        assertThat(report.lines())
                .anyMatch(line -> line.contains("step: read") && line.contains("0.50 (500.0)"))
                .anyMatch(line -> line.contains("`SELECT $1`") && line.contains(" 3.00 "));
    }

    @Test
    void aGoalIsMetOrMissed() {
        Report report = new Report();

        report.goals(List.of(Goal.atLeast("fast", 0.25, 0.3), Goal.atMost("late", 100, 101)));

        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("| fast") && line.endsWith("   met |"))
                .anyMatch(line -> line.startsWith("| late") && line.endsWith("missed |"));
    }
}
