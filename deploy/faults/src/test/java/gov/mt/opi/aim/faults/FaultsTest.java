package gov.mt.opi.aim.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults on the packaged services: a representative few with every build, all with {@code mvn verify -P faults}, others with
 * {@code -Daim.faults=kill-intake,poison}. Another seed: {@code -Daim.faults.seed=2}.
 */
class FaultsTest {

    private static final String FAULTS = System.getProperty("aim.faults", "quick");
    private static final long SEED = Long.getLong("aim.faults.seed", 20070313);
    private static final int STUDENTS = 1_000;

    private static Series series;

    @BeforeAll
    static void open() throws Exception {
        System.out.println("seed " + SEED + "\n" + TrialResult.head());
        series = new Series(
                Path.of("../..").toAbsolutePath().normalize(),
                Path.of("target/tried"),
                Ports.free(),
                STUDENTS,
                Duration.ofMinutes(3),
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
        return Faults.chosen(FAULTS);
    }
}
