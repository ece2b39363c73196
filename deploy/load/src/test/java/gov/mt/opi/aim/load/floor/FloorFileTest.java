package gov.mt.opi.aim.load.floor;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.GeneratedState;
import gov.mt.opi.aim.generator.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorFileTest {

    private static final Plan CARELESS = new Plan(1_000, 5, 7, 1, 0, 0.05);

    @Test
    void findsExactlyTheLinesThatWereMadeWrong(@TempDir Path folder) throws IOException {
        Expectation.Sent total = Expectation.of(CARELESS).get(0).total();
        FloorFile reader = new FloorFile();
        int[] clean = new int[1];
        for (Map.Entry<String, String> file :
                new GeneratedState(CARELESS).files().entrySet()) {
            reader.read(Files.writeString(folder.resolve(file.getKey()), file.getValue()), record -> clean[0]++);
        }

        assertThat(reader.records()).isEqualTo(total.records());
        assertThat(reader.wrong()).isEqualTo(total.wrong()).isPositive();
        assertThat(clean[0]).isEqualTo(total.records() - total.wrong());
    }
}
