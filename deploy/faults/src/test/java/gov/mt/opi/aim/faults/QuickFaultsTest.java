package gov.mt.opi.aim.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A representative few of the faults, on the packaged services, with every build. */
@Tag("short")
class QuickFaultsTest {

    private static final long SEED = 20070313;
    private static final int STUDENTS = 1_000;

    private static Series series;

    @BeforeAll
    static void open() throws Exception {
        System.out.println("seed " + SEED + "\n" + TrialResult.head());
        series = new Series(
                Path.of("../..").toAbsolutePath().normalize(),
                Path.of("target/quick"),
                Ports.free(),
                STUDENTS,
                Duration.ofMinutes(2),
                System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(series::close));
    }

    @AfterAll
    static void close() {
        series.close();
    }

    @ParameterizedTest
    @MethodSource
    void nothingIsLostOrDoubled(Fault fault) throws Exception {
        assertThat(series.play(SEED, fault).differences()).isEmpty();
    }

    static List<Fault> nothingIsLostOrDoubled() {
        return Faults.quick();
    }
}
