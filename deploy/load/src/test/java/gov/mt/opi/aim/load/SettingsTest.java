package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.local.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void nothingNeedsToBeSaid() {
        Settings settings = Settings.of(List.of());

        assertThat(settings.students()).isEqualTo(Settings.USUAL_STUDENTS);
        assertThat(settings.growth()).isFalse();
        assertThat(settings.jvm()).contains("-Xmx512m");
    }

    @Test
    void whatIsSaidIsTaken() {
        Settings settings =
                Settings.of(List.of("--students", "500", "--defects", "0.1", "--jvm", "-Xmx1g -Xint", "--keep"));

        assertThat(settings.plan().students()).isEqualTo(500);
        assertThat(settings.plan().defects()).isEqualTo(0.1);
        assertThat(settings.jvm()).isEqualTo("-Xmx1g -Xint");
        assertThat(settings.keep()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThatThrownBy(() -> Settings.of(List.of("--fast")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> Settings.of(List.of("--students"))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Settings.of(List.of("--students", "many"))).hasMessageContaining("many");
        assertThatThrownBy(() -> Settings.of(List.of("--defects", "2"))).hasMessageContaining("defects");
    }
}
