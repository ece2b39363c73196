package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is not said on the command line: from the environment ({@code AIM_URL}), else from a properties file
 * ({@code url = ...}).
 */
final class Defaults {

    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("url", "user", "password", "token", "timeout", "patience"));

    private final Map<String, String> environment;
    private final Properties file;

    private Defaults(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * @param config the file that was asked for; without it {@code .aim} in the home folder, if there is one
     * @throws CallFailure when the file cannot be read or sets what does not exist
     */
    static Defaults of(Map<String, String> environment, Optional<Path> config, Path home, Terminal terminal) {
        Path path = config.orElse(home.resolve(".aim"));
        Properties file = new Properties();
        if (config.isPresent() || Files.isRegularFile(path)) {
            try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                file.load(text);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw CallFailure.askedWrong("The settings in " + path + " cannot be read.");
            }
            requireKnown(file, path);
            warnOfReaders(file, path, terminal);
        }
        return new Defaults(environment, file);
    }

    /** A setting by its name in the file. */
    Optional<String> get(String name) {
        return fromEnvironment(name).or(() -> text(file.getProperty(name)));
    }

    Optional<String> fromEnvironment(String name) {
        return text(environment.get("AIM_" + name.toUpperCase(Locale.ROOT)));
    }

    Optional<String> fromFile(String name) {
        return text(file.getProperty(name));
    }

    private static void requireKnown(Properties file, Path path) {
        for (String name : file.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw CallFailure.askedWrong(
                        path + " sets " + name + ", which does not exist. There are " + String.join(", ", NAMES) + ".");
            }
        }
    }

    private static void warnOfReaders(Properties file, Path path, Terminal terminal) {
        if (!file.containsKey("password") && !file.containsKey("token")) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                terminal.note("Others on this machine can read the secret in " + path + ": chmod 600 " + path);
            }
        } catch (IOException | UnsupportedOperationException notThatKindOfFileSystem) {
            // Then nothing can be said about its readers.
        }
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
