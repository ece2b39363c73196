package gov.mt.opi.aim.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line {@code aim}, started as a district would start it. */
final class CommandLine {

    private static final Path PROGRAM = Path.of("../aim");
    private static final long SECONDS_MAX = 180;

    private final URI intake;
    private final String user;
    private final Path folder;

    /**
     * @param user a local user, whose password is its name
     * @param folder where the commands run and their output is kept
     */
    CommandLine(URI intake, String user, Path folder) {
        this.intake = intake;
        this.user = user;
        this.folder = folder;
    }

    /** What came of a command: its exit code, and what it wrote to the standard output and error. */
    record Ended(int exitCode, String out, String err) {

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    Ended run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AIM_URL", intake.toString());
        builder.environment().put("AIM_USER", user);
        builder.environment().put("AIM_PASSWORD", user);
        Process process = builder.start();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("aim " + List.of(words) + " did not end: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
