package gov.mt.opi.aim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "30m, PT30M", "2h, PT2H", "45, PT45S", "0, PT0S"})
    void readsALength(String text, Duration length) {
        assertThat(Times.length(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1s", "1.5h", "9999999s", "2d"})
    void refusesWhatIsNoLength(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.length(text))
                .withMessageContaining("is not a length of time");
    }

    @Test
    void leavesWhatIsNoMoment() {
        assertThat(Times.moment("")).isEmpty();
    }
}
