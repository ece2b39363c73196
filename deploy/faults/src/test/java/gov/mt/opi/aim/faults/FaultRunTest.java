package gov.mt.opi.aim.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.faults.FaultRun.Options;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultRunTest {

    @Test
    void triesEveryFaultWithOneSeedWhenNothingIsAsked() {
        Options options = Options.of(List.of());

        assertThat(options.seeds()).isEqualTo(1);
        assertThat(options.faults()).hasSameSizeAs(Faults.all());
    }

    @Test
    void triesWhatIsAskedForAndNoLonger() {
        Options options =
                Options.of(List.of("--seeds", "3", "--seed", "7", "--minutes", "60", "--faults", "kill-intake,poison"));

        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.seeds()).isEqualTo(3);
        assertThat(options.time()).isEqualTo(Duration.ofHours(1));
        assertThat(options.faults()).extracting(Fault::name).containsExactly("kill-intake", "poison");
    }

    @Test
    void knowsTheFewOfEveryBuildAndAllByAWord() {
        assertThat(Options.of(List.of("--faults", "quick")).faults())
                .hasSameSizeAs(Faults.quick())
                .allMatch(Fault::quick);
        assertThat(Options.of(List.of("--faults", "all")).faults()).hasSameSizeAs(Faults.all());
    }

    @Test
    void namesTheFaultsWhenOneIsNotKnown() {
        assertThatThrownBy(() -> Options.of(List.of("--faults", "flood")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no fault flood")
                .hasMessageContaining("kill-broker");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.of(List.of("--seeds", "many")))
                .hasMessage("--seeds needs a whole number, not many");
        assertThatThrownBy(() -> Options.of(List.of("--seeds"))).hasMessage("--seeds needs a value");
        assertThatThrownBy(() -> Options.of(List.of("--loud", "yes"))).hasMessageContaining("unknown option --loud");
    }

    @Test
    void noTwoFaultsHaveOneName() {
        assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
    }
}
