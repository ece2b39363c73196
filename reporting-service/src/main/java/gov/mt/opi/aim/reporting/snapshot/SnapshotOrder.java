package gov.mt.opi.aim.reporting.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A snapshot to be taken.
 *
 * @param id id it will have
 * @param name what the count is called
 * @param countDate the day to count
 * @param takenBy who asked
 * @param takenAt when, UTC
 */
public record SnapshotOrder(UUID id, String name, LocalDate countDate, String takenBy, Instant takenAt) {

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;
}
