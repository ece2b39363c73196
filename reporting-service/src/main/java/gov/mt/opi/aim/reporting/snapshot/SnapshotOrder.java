package gov.mt.opi.aim.reporting.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A snapshot to be taken.
 *
 * @param id id it will have
 * @param name what the count is called
 * @param countDate the day to count
 * @param ownDays calendars with a count date of their own, which goes before the one for all
 * @param district the only district to count; empty for the whole state
 * @param collection the collection that it belongs to
 * @param takenBy who asked
 * @param takenAt when, UTC
 */
public record SnapshotOrder(
        UUID id,
        String name,
        LocalDate countDate,
        List<CountDay> ownDays,
        Optional<String> district,
        Optional<String> collection,
        String takenBy,
        Instant takenAt) {

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    public SnapshotOrder {
        ownDays = List.copyOf(ownDays);
    }

    /** A snapshot of the whole state on one day. */
    public static SnapshotOrder of(UUID id, String name, LocalDate countDate, String takenBy, Instant takenAt) {
        return new SnapshotOrder(id, name, countDate, List.of(), Optional.empty(), Optional.empty(), takenBy, takenAt);
    }
}
