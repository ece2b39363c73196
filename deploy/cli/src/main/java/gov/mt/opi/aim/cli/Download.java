package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a download goes. A file appears when it is complete or not at all, and is readable by its owner only, because what
 * AIM tells of students is not for everybody on the machine.
 */
final class Download {

    /** The word for the standard output. */
    static final String HERE = "-";

    /** Writes what comes. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private Download() {}

    /** @param target a file, or {@link #HERE} */
    static void write(Session session, String target, Source source) throws IOException {
        Terminal terminal = session.terminal();
        if (target.equals(HERE)) {
            OutputStream out = new BufferedOutputStream(terminal.raw());
            source.writeTo(out);
            out.flush();
            return;
        }
        Path file = Path.of(target);
        if (Files.isDirectory(file)) {
            throw CallFailure.askedWrong(file + " is a folder; name a file.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream device = Files.newOutputStream(file)) {
                source.writeTo(device);
            }
        } else {
            replace(file, source);
        }
        long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (session.json()) {
            terminal.say(Json.object().put("file", target).put("bytes", bytes).toString());
        } else {
            terminal.note("Written: " + target);
        }
    }

    private static void replace(Path file, Source source) throws IOException {
        Path part;
        try {
            part = Files.createTempFile(file.toAbsolutePath().getParent(), ".aim-", ".part");
        } catch (NoSuchFileException noFolder) {
            throw CallFailure.askedWrong(
                    "There is no folder " + file.toAbsolutePath().getParent() + ".");
        } catch (IOException notAllowed) {
            throw CallFailure.askedWrong(
                    "Nothing can be written to " + file.toAbsolutePath().getParent() + ".");
        }
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                source.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
