package gov.mt.opi.aim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one folder with data, logs and samples of a run; git ignores it. */
public final class Folder {

    /** Stands in the data once both servers had started on them: without it the data may be half made. */
    private static final String COMPLETE = "complete";

    private final Path root;

    public Folder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /**
     * The folder of a run of the project: {@code .aim}, and a folder within it for a run with moved ports, which is
     * another system with its own data.
     */
    static Folder under(Path home, Ports ports) {
        Path folder = home.resolve(".aim");
        return new Folder(ports.offset() == 0 ? folder : folder.resolve("offset-" + ports.offset()));
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path samples() {
        return root.resolve("samples");
    }

    Path log(Service service) {
        return logs().resolve(service.module() + ".log");
    }

    /** The log of this program's own libraries. */
    public Path ownLog() {
        return logs().resolve("run.log");
    }

    /** Where the binaries of PostgreSQL are unpacked; they survive a fresh start. */
    public Path binaries() {
        return root.resolve("postgres-binaries");
    }

    /** The files that intake keeps. */
    public Path submissions() {
        return data().resolve("submissions");
    }

    /** Makes the folders, without what a run left that was stopped before its servers had started. */
    void prepare() throws IOException {
        if (!Files.exists(data().resolve(COMPLETE))) {
            delete(data());
        }
        for (Path folder : List.of(data(), logs(), samples())) {
            Files.createDirectories(folder);
        }
    }

    void markComplete() throws IOException {
        Files.writeString(data().resolve(COMPLETE), "");
    }

    /** Removes data, logs and samples of earlier runs. */
    public void forget() throws IOException {
        for (Path folder : List.of(data(), logs(), samples())) {
            delete(folder);
        }
    }

    /** Removes data and samples of a run, and leaves its logs. */
    public void forgetData() throws IOException {
        delete(data());
        delete(samples());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
