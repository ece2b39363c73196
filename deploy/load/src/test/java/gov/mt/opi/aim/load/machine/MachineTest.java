package gov.mt.opi.aim.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void aPartOfAllDurationsDoesNotExceedItsPercentile() {
        Percentiles times = new Percentiles();
        for (int millis = 100; millis >= 1; millis--) {
            times.add(millis * 1_000_000L);
        }

        assertThat(times.millis(0.5)).isEqualTo(50);
        assertThat(times.millis(0.95)).isEqualTo(95);
        assertThat(times.millis(1)).isEqualTo(100);
        assertThat(new Percentiles().millis(0.5)).isZero();
    }

    @Test
    void threadsOfOneKindHaveOneName() {
        assertThat(Machine.kind("executor-thread")).isEqualTo("executor-thread");
        assertThat(Machine.kind("GC Thread#1")).isEqualTo("GC Thread");
        assertThat(Machine.kind("probes-12")).isEqualTo("probes");
        assertThat(Machine.kind("kafka-producer-")).isEqualTo("kafka-producer");
    }

    @Test
    void cpuTimeIsCountedBehindTheNameOfTheProgram() {
        String stat = "42 (a) b) S 1 42 42 0 -1 4194304 1 2 3 4 150 50 7 8 20 0 1 0 5 6";

        assertThat(Proc.ticks(stat, 11, 12)).isEqualTo(200);
        assertThat(Proc.ticks("", 11, 12)).isZero();
    }

    @Test
    void aMachineThatWaitsIsNotBusy() {
        assertThat(Proc.busyTicks("cpu  1 2 4 1000 1000 8 16 32 9 9\ncpu0 5 5 5 5 5 5 5 5 5 5\n"))
                .isEqualTo(63);
    }

    @Test
    void memoryIsReadByItsName() {
        assertThat(Proc.bytes("VmPeak:\t  900 kB\nVmHWM:\t   12 kB\nRssAnon:\t 5 kB\n", "VmHWM"))
                .isEqualTo(12 * 1024);
        assertThat(Proc.bytes("", "VmHWM")).isZero();
    }

    @Test
    void whatWasUsedBetweenTwoMomentsIsTheDifference() {
        Usage before = new Usage(0, Map.of("a", 1_000_000_000L), Map.of());
        Usage after = new Usage(4_000_000_000L, Map.of("a", 3_000_000_000L, "b", 500_000_000L), Map.of("a/x", 7L));

        Usage used = after.since(before);

        assertThat(used.processes()).isEqualTo(Map.of("a", 2_000_000_000L, "b", 500_000_000L));
        assertThat(used.threads()).isEqualTo(Map.of("a/x", 7L));
        assertThat(used.seconds()).isEqualTo(2.5);
        assertThat(used.secondsOfOthers()).isEqualTo(1.5);
    }
}
