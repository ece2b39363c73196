package gov.mt.opi.aim.intake.file;

import java.util.OptionalInt;

/**
 * What a file may be at most.
 *
 * @param sizeBytesMax largest file, in bytes
 * @param linesMax most data lines of a file
 * @param headerAgeDaysMax from which age of its header a file is warned about, in days; empty for never
 */
public record FileLimits(long sizeBytesMax, int linesMax, OptionalInt headerAgeDaysMax) {}
