package gov.mt.opi.aim.statestore.history;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories on the real database: files of three districts, older files after newer ones, files sent again, batches
 * delivered again, enrollments voided, State IDs merged and split, children who may be somebody the state knows and what a
 * steward says of them, sweeps. View, waiting lines, cases, what became of every line and what the topics were told are those
 * of {@link StateModel}. The seed is in the name of the test.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class HistoryPropertyTest {

    private static final int FILES = 27;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    /** A fixed set, so that a build is the same tomorrow; {@code -Daim.seed=7}, or {@code 7,100-300}, plays others. */
    static LongStream seeds() {
        return Stream.of(System.getProperty("aim.seed", "1-20").split(","))
                .map(range -> range.split("-"))
                .flatMapToLong(
                        ends -> LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theViewIsThatOfASimpleModel(long seed) throws SQLException {
        Random random = new Random(seed);
        Stage stage = new Stage(seed, random, database, outbox, perseverance);
        Deque<Integer> days = stage.files().days(FILES);
        while (!days.isEmpty()) {
            List<List<RecordAccepted>> batch = new ArrayList<>();
            for (int files = 1 + random.nextInt(2); files > 0 && !days.isEmpty(); files--) {
                batch.add(stage.files().next(days.pop()));
            }
            stage.send(batch);
            if (random.nextInt(3) == 0) {
                stage.deliverAgain(batch);
            }
            if (random.nextInt(4) == 0) {
                stage.voidOne();
            }
            if (random.nextInt(3) == 0) {
                stage.decideOne();
            }
            if (random.nextInt(3) == 0) {
                stage.mergeOrSplit();
            }
            if (random.nextInt(3) == 0) {
                stage.decideOne();
            }
            if (random.nextInt(8) == 0) {
                stage.sweep();
            }
            if (random.nextInt(6) == 0) {
                stage.decidePair();
            }
            stage.compare();
        }
        stage.decideAll();
        stage.compare();
        assertThat(stage.written().counts())
                .as("lines of each file")
                .isEqualTo(stage.model().counts());
        assertThat(stage.told().changesOfMind())
                .as("lines of which more was said than once")
                .isPositive();
        assertThat(stage.told().view())
                .as("told by the topics")
                .isEqualTo(stage.model().topics());
        stage.tellAgain();
        assertThat(stage.told().view()).as("told again").isEqualTo(stage.model().topics());
    }
}
