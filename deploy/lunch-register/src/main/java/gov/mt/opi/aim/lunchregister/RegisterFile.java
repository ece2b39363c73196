package gov.mt.opi.aim.lunchregister;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a CSV file that only its owner may read. Whoever opens it sees an old one or a new one, never a half. */
final class RegisterFile {

    private static final String HEADER = "districtNumber,schoolNumber,stateId,lastName,firstName,lunch,enrolledSince";

    private final Path path;

    RegisterFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    void write(List<Register.Entry> entries) throws IOException {
        Path part = Files.createTempFile(path.getParent(), "register", ".part", ownerOnly());
        Files.writeString(
                part,
                Stream.concat(Stream.of(HEADER), entries.stream().map(RegisterFile::line))
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String line(Register.Entry entry) {
        return Stream.of(
                        entry.districtNumber(),
                        entry.schoolNumber(),
                        entry.stateId(),
                        entry.lastName(),
                        entry.firstName(),
                        entry.lunch(),
                        entry.enrolledSince().toString())
                .map(RegisterFile::cell)
                .collect(Collectors.joining(","));
    }

    /** A spreadsheet must not take a name for a formula. */
    private static String cell(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
