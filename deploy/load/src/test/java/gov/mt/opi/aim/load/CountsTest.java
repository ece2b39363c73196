package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.generator.Expectation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void childrenWhoAreSentAgainAreCountedOnce() {
        Counts counts = new Counts();
        counts.add(wave(Map.of("1,05,F", 3L, "1,05,N", 2L)));
        counts.add(wave(Map.of("1,05,F", 10L)));

        counts.replace(wave(Map.of("1,05,F", 3L, "1,05,N", 2L)), wave(Map.of("1,05,F", 4L, "1,05,N", 1L)));

        assertThat(counts.members()).isEqualTo(15);
    }

    private static Expectation.Wave wave(Map<String, Long> members) {
        return new Expectation.Wave(Map.of(), Map.of(Expectation.DAYS.get(0), members));
    }
}
