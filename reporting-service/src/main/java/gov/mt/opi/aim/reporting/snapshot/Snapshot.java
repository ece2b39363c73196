package gov.mt.opi.aim.reporting.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The view as it was frozen for a count date.
 *
 * @param id the snapshot
 * @param name what the count is called
 * @param countDate the day counted
 * @param revision grows when the same name and date are taken again, from 1
 * @param rows students counted
 * @param sha256 hash of the rows in the order of their student keys, hexadecimal: tab between the columns, a line feed
 *     behind each row
 * @param takenAt when, UTC
 * @param asOf when the view had last changed, UTC; null when it was still empty
 * @param ruleSetVersion the rules that the records had passed
 * @param takenBy who asked
 * @param district the only district in it, when it was taken for a certification; null for the whole state
 * @param collection the collection that it belongs to; null for none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Snapshot(
        UUID id,
        String name,
        LocalDate countDate,
        int revision,
        long rows,
        String sha256,
        Instant takenAt,
        Instant asOf,
        String ruleSetVersion,
        String takenBy,
        String district,
        String collection) {

    /** What is to be said about it; null when its numbers say all. */
    @JsonProperty("note")
    public String note() {
        return rows > 0
                ? null
                : "Nobody is in it: the statewide view knew no Primary enrollment that covers the count date"
                        + (district == null ? "." : " in district " + district + ".");
    }
}
