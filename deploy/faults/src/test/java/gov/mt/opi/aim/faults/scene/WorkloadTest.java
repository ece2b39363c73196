package gov.mt.opi.aim.faults.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final int STUDENTS = 600;

    private final Workload work = new Workload(7, 1, STUDENTS);

    @Test
    void saysOfEachFileHowManyLinesMustBeRejected() {
        for (int wave = 1; wave <= 3; wave++) {
            assertThat(work.wave(wave)).allSatisfy(file -> {
                assertThat(file.wrong()).isBetween(1, file.records() / 20);
                assertThat(file.rejected()).isBetween(file.wrong(), file.records() / 10);
            });
        }
    }

    @Test
    void hasNothingToRejectWithoutDefects() {
        assertThat(work.withoutDefects().wave(2)).allSatisfy(file -> {
            assertThat(file.wrong()).isZero();
            assertThat(file.rejected()).isZero();
        });
    }

    @Test
    void claimsChildrenWhomAnotherDistrictLetsGoLater() {
        Workload good = work.withoutDefects();

        SentFile claims = good.claims(5, 2);
        SentFile farewells = good.farewells(3);

        assertThat(claims.district()).isEqualTo(work.districts().get(2));
        assertThat(claims.lines()).hasSize(11).last().asString().startsWith("EN\t" + claims.district());
        assertThat(claims.held()).isEqualTo(2);
        assertThat(farewells.lines()).hasSize(4).last().asString().startsWith("EN\t" + farewells.district());
        assertThat(farewells.lines().get(1).split("\t")[5])
                .isEqualTo(claims.lines().get(2).split("\t")[5]);
    }

    @Test
    void sharesNoDistrictAndNoStateIdWithTheTrialBeforeIt() {
        Workload before = new Workload(6, 1, STUDENTS);

        assertThat(work.districts()).doesNotContainAnyElementsOf(before.districts());
        assertThat(work.firstStateId()).isGreaterThan(before.lastStateId());
    }
}
