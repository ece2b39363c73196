package gov.mt.opi.aim.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where files are kept, named by the id of their submission, never by the name that they came with. A file is in
 * {@code files/} only whole and durable; what arrives is in {@code parts/} until then.
 */
public final class FileFolder {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern KEPT_NAME = Pattern.compile("[0-9a-f-]{36}\\.tsv");

    private final Path files;
    private final Path parts;
    private final String partPrefix;
    private final long sizeBytesMax;
    private final long freeSpaceBytesMin;

    /**
     * A folder; {@link #open} makes it ready.
     *
     * @param instance which instance of the service writes here; each clears away only its own left-overs
     * @param sizeBytesMax what of a body is stored at most, in bytes
     * @param freeSpaceBytesMin space that stays free on the disk, in bytes
     */
    public FileFolder(Path root, String instance, long sizeBytesMax, long freeSpaceBytesMin) {
        this.files = root.resolve("files");
        this.parts = root.resolve("parts");
        this.partPrefix = instance.replaceAll("[^A-Za-z0-9-]", "-") + ".";
        this.sizeBytesMax = sizeBytesMax;
        this.freeSpaceBytesMin = freeSpaceBytesMin;
    }

    /** Creates what is missing and clears away the parts of uploads that a crash cut. */
    public void open() throws IOException {
        Files.createDirectories(files);
        Files.createDirectories(parts);
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(parts, partPrefix + "*.part")) {
            for (Path part : leftOver) {
                Files.deleteIfExists(part);
            }
        }
    }

    /**
     * Writes a body to disk while hashing it. A body over the size limit is read to its end, so that its sender gets an
     * answer, but not stored.
     *
     * @throws UploadCutException when the body ends early
     * @throws StorageFullException when the disk has no room; the body was read to its end
     */
    public PartFile receive(InputStream body) throws IOException {
        Path path = parts.resolve(partPrefix + UUID.randomUUID() + ".part");
        MessageDigest digest = sha256();
        long size = 0;
        boolean kept = false;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            requireSpace();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                if (size <= sizeBytesMax) {
                    write(file, ByteBuffer.wrap(buffer, 0, read));
                } else if (file.size() > 0) {
                    file.truncate(0);
                }
            }
            file.force(true);
            kept = true;
        } catch (UploadCutException cut) {
            throw cut;
        } catch (IOException e) {
            discard(body);
            throw reason(e);
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
        return new PartFile(path, size, HexFormat.of().formatHex(digest.digest()), size > sizeBytesMax);
    }

    /** Makes a part a kept file, durably. */
    public void keep(PartFile part, UUID id) throws IOException {
        Path kept = path(id);
        try {
            if (Files.notExists(kept.getParent())) {
                Files.createDirectories(kept.getParent());
                force(files);
            }
            Files.move(part.path(), kept, StandardCopyOption.ATOMIC_MOVE);
            force(kept.getParent());
        } catch (IOException e) {
            throw reason(e);
        }
    }

    /**
     * A part with the bytes of a kept file.
     *
     * @throws java.nio.file.NoSuchFileException when it is gone
     */
    public PartFile copy(UUID id) throws IOException {
        try (InputStream file = Files.newInputStream(path(id))) {
            return receive(file);
        } catch (UploadCutException unreadable) {
            throw new IOException("a kept file cannot be read", unreadable);
        }
    }

    /** Copies a line of a kept file as text, however long it is. */
    public void copyText(UUID id, long from, long length, Charset encoding, Writer out) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.READ)) {
            file.position(from);
            Reader text = new InputStreamReader(new Span(Channels.newInputStream(file), length), encoding);
            text.transferTo(out);
        }
    }

    /** Ids of the files that were kept before a moment. */
    public List<UUID> keptBefore(Instant moment) throws IOException {
        List<UUID> ids = new ArrayList<>();
        try (Stream<Path> kept = Files.walk(files, 2)) {
            for (Path file : (Iterable<Path>) kept.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString();
                if (KEPT_NAME.matcher(name).matches()
                        && Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    ids.add(UUID.fromString(name.substring(0, name.length() - ".tsv".length())));
                }
            }
        }
        return ids;
    }

    /** Removes a kept file that turned out not to be needed. */
    public void forget(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /**
     * The lines of a kept file.
     *
     * @throws java.nio.file.NoSuchFileException when it is gone
     */
    public LineReader lines(UUID id) throws IOException {
        return new LineReader(Files.newInputStream(path(id)));
    }

    /** Reads a body to its end without keeping anything of it. */
    public static void discard(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (read(body, buffer) >= 0) {
            continue;
        }
    }

    /** The last digits of an id are random, so that the folders fill evenly. */
    private Path path(UUID id) {
        String name = id.toString();
        return files.resolve(name.substring(name.length() - 2)).resolve(name + ".tsv");
    }

    private void requireSpace() throws IOException {
        if (Files.getFileStore(parts).getUsableSpace() < freeSpaceBytesMin) {
            throw new StorageFullException();
        }
    }

    private static int read(InputStream body, byte[] buffer) throws UploadCutException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new UploadCutException();
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The JDK has no class of its own for a full disk. */
    private static IOException reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota") ? new StorageFullException() : e;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
