package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A command line and what came of it.
 *
 * @param out the standard output
 * @param err the standard error
 */
record Run(int exitCode, String out, String err) {

    private static final Path NO_HOME = Path.of("target/no-home");

    /** Runs without a terminal as district 63. */
    static Run aim(RecordedIntake intake, String... words) {
        return aim(Map.of("AIM_URL", intake.url(), "AIM_USER", "district-63", "AIM_PASSWORD", "secret"), words);
    }

    static Run aim(Map<String, String> environment, String... words) {
        return aim(environment, NO_HOME, false, words);
    }

    static Run onATerminal(RecordedIntake intake, Map<String, String> more, String... words) {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of("AIM_URL", intake.url(), "AIM_USER", "district-63", "AIM_PASSWORD", "secret"));
        return aim(environment, NO_HOME, true, words);
    }

    static Run aim(Map<String, String> environment, Path home, boolean interactive, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Aim.run(Terminal.of(out, err, interactive, environment), environment, home, words);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The standard output as the one JSON document that it must be. */
    JsonNode json() throws JsonProcessingException {
        return new ObjectMapper()
                .reader()
                .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out);
    }
}
