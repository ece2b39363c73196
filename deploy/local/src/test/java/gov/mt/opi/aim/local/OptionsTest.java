package gov.mt.opi.aim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothingIsAskedWithoutWords() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(false, false, false));
    }

    @Test
    void everyOptionIsHeardInAnyOrder() {
        assertThat(Options.of(List.of("--exit", "--empty", "--fresh"))).isEqualTo(new Options(true, true, true));
    }

    @Test
    void anUnknownOptionIsRefusedByName() {
        assertThatThrownBy(() -> Options.of(List.of("--exit", "--freshly")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--freshly");
    }
}
