package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The body that asks for a snapshot.
 *
 * @param name what the count is called
 * @param countDate the day to count, ISO 8601; not in the future
 */
public record SnapshotRequest(String name, String countDate) {

    /** The day it is in Montana decides what the future is. */
    static final ZoneId MONTANA = ZoneId.of("America/Denver");

    /**
     * The order that the body asks for.
     *
     * @throws Problem 400 when it cannot be carried out
     */
    SnapshotOrder order(String takenBy, Instant now) {
        String named = QueryParameters.text(name).orElseThrow(() -> bad("name is needed: what the count is called."));
        if (named.length() > SnapshotOrder.NAME_LENGTH_MAX || named.chars().anyMatch(Character::isISOControl)) {
            throw bad("name must have at most " + SnapshotOrder.NAME_LENGTH_MAX
                    + " characters, and no control characters.");
        }
        LocalDate day = CountParameters.day("countDate", countDate);
        refuseFuture(day, now);
        return SnapshotOrder.of(UUID.randomUUID(), named, day, takenBy, now);
    }

    /**
     * Only what has been can be counted.
     *
     * @throws Problem 400 for a day that is still to come in Montana
     */
    static void refuseFuture(LocalDate day, Instant now) {
        if (day.isAfter(now.atZone(MONTANA).toLocalDate())) {
            throw bad("countDate " + day + " is in the future; only what has been can be frozen.");
        }
    }

    private static Problem bad(String detail) {
        return Problem.badRequest("bad-body", detail);
    }
}
