package gov.mt.opi.aim.faults.scene;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A disk of its own that is small enough to be full: a file system in memory, where we may mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** A disk of a size in bytes; empty where we have no right to mount. */
    public static Optional<SmallDisk> mount(long bytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("aim-small-disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "aim-small-disk", folder.toString())) {
            return Optional.of(new SmallDisk(folder));
        }
        Files.delete(folder);
        return Optional.empty();
    }

    public Path folder() {
        return folder;
    }

    /** Fills the disk until only some bytes are free. */
    public Path fillUpTo(long bytesFree) throws IOException {
        Path ballast = folder.resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(folder).getUsableSpace() > bytesFree) {
                out.write(block);
            }
        }
        return ballast;
    }

    /** Makes room. */
    public void remove(Path ballast) throws IOException {
        Files.delete(ballast);
    }

    /** Files below a folder of the disk. */
    public List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Copies everything to another folder, where what is there stays. */
    public void copyTo(Path target) throws IOException {
        for (Path file : files("files")) {
            Path copy = target.resolve(folder.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(folder);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
