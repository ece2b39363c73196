package gov.mt.opi.aim.intake.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Settings of receipt. */
@ConfigMapping(prefix = "aim.intake")
public interface FileConfig {

    /** Where files are kept. Instances of the service share it. */
    Path folder();

    /** Largest file, in bytes (FILE-010). */
    @WithDefault("104857600")
    long fileSizeBytesMax();

    /** Most data lines of a file (FILE-010). */
    @WithDefault("500000")
    int fileLinesMax();

    /** Space that stays free on the disk, in bytes; an upload that would take it is answered 507. */
    @WithDefault("67108864")
    long freeSpaceBytesMin();

    /** From which age of the header a file is warned about, in days (HDR-025); off when absent. */
    OptionalInt headerAgeDaysMax();
}
