package gov.mt.opi.aim.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final Plan CLEAN = Plan.of(3_000, 20, 7);
    private static final Plan CARELESS = new Plan(3_000, 20, 7, 1, 0, 0.02);

    @Test
    void everyLineOfEveryFileIsExpected() {
        Map<String, String> files = new GeneratedState(CARELESS).files();
        Map<String, Expectation.Sent> expected = Expectation.of(CARELESS).get(0).files();

        assertThat(expected.keySet()).isEqualTo(files.keySet());
        files.forEach((name, content) -> assertThat(expected.get(name).records())
                .as(name)
                .isEqualTo((int) content.lines().count() - 1));
    }

    @Test
    void nothingOfACleanFirstWaveIsRejectedOrUnchanged() {
        Expectation.Sent total = Expectation.of(CLEAN).get(0).total();

        assertThat(total.wrong()).isZero();
        assertThat(total.rejected()).isZero();
        assertThat(total.unchanged()).isZero();
        assertThat(total.open()).isBetween(300, 700);
    }

    @Test
    void aWrongLineTakesAlongWhatDependsOnIt() {
        Expectation.Sent total = Expectation.of(CARELESS).get(0).total();

        assertThat(total.wrong()).isBetween(150, 400);
        assertThat(total.rejected()).isGreaterThan(total.wrong() * 3 / 2);
    }

    @Test
    void mostOfASecondWaveIsUnchanged() {
        Expectation.Sent again = Expectation.of(CLEAN, CLEAN.again(0.1)).get(1).total();

        assertThat(again.unchanged()).isGreaterThan(again.records() * 9 / 10);
        assertThat(again.accepted()).isGreaterThan(150);
        assertThat(again.rejected()).isZero();
    }

    @Test
    void membersAreTheChildrenWithAPrimaryEnrollmentOnTheDay() {
        List<Expectation.Wave> waves = Expectation.of(CLEAN, CLEAN.again(0.5));
        long onTheTestDay = new GeneratedState(CLEAN)
                .files().values().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("AT"))
                        .count();

        for (Expectation.Wave wave : waves) {
            assertThat(members(wave, 0)).isEqualTo(onTheTestDay);
        }
        assertThat(members(waves.get(1), 1)).isLessThan(members(waves.get(0), 1));
    }

    @Test
    void otherChildrenOfTheSameDistrictsHaveNoLineInCommon() {
        List<String> some = new GeneratedState(CLEAN)
                .files().values().stream().flatMap(file -> file.lines().skip(1)).toList();
        List<String> others = new GeneratedState(CLEAN.others())
                .files().values().stream().flatMap(file -> file.lines().skip(1)).toList();

        assertThat(new GeneratedState(CLEAN.others()).registry()).isEqualTo(new GeneratedState(CLEAN).registry());
        assertThat(others).doesNotContainAnyElementsOf(some);
    }

    private static long members(Expectation.Wave wave, int day) {
        return wave.members().get(Expectation.DAYS.get(day)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
