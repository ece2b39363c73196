package gov.mt.opi.aim.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A body that is wholly on disk but not yet kept. Closing it forgets what was not kept. */
public final class PartFile implements AutoCloseable {

    private final Path path;
    private final long sizeBytes;
    private final String sha256;
    private final boolean oversize;

    PartFile(Path path, long sizeBytes, String sha256, boolean oversize) {
        this.path = path;
        this.sizeBytes = sizeBytes;
        this.sha256 = sha256;
        this.oversize = oversize;
    }

    Path path() {
        return path;
    }

    /** Bytes of the body, also of what was not stored of an oversize one. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Hash of the whole body, hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Looks through the file for everything that its content tells (FILE- and HDR- rules). */
    public FileSurvey survey(FileLimits limits, Optional<String> districtNumber) throws IOException {
        return new FileSurveyor(limits, districtNumber).survey(path, sizeBytes, oversize);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
