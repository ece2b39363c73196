package gov.mt.opi.aim.validation.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The largest file that intake takes, with nothing right in it, in a small heap. */
class BadFileTest {

    private static final int LINES = 500_000;
    /** The service has 512 MB, of which broker and framework want a part. */
    private static final String HEAP = "-Xmx384m";

    @Test
    void isJudgedInBoundedMemory() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadFile.class.getName(),
                        String.valueOf(LINES))
                .redirectErrorStream(true)
                .start();

        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        System.out.print("BadFileTest " + said);
        assertThat(said).contains(LINES + " lines: " + LINES + " rejected, 0 accepted");
        assertThat(java.exitValue()).isZero();
    }
}
