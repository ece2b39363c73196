package gov.mt.opi.aim.contracts.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The statewide view was frozen for a count date.
 *
 * @param contractVersion 1
 * @param snapshotId the snapshot; also the key of the message
 * @param name what the count is called
 * @param countDate the day counted
 * @param revision grows when the same name and date are taken again, from 1
 * @param rows students counted
 * @param sha256 hash of the rows
 * @param takenAt moment of the view, UTC
 */
public record SnapshotTaken(
        int contractVersion,
        UUID snapshotId,
        String name,
        LocalDate countDate,
        int revision,
        long rows,
        String sha256,
        Instant takenAt) {}
