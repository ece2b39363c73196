package gov.mt.opi.aim.intake.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to a submission.
 *
 * @param at when, UTC
 * @param who the caller who did it, or {@code AIM}
 * @param what what happened
 * @param sha256 hash of the bytes that it is about, hexadecimal
 * @param detail more in words, empty where there is no more to say
 * @param otherSubmissionId the other submission that came of it, for AGAIN and REPLAYED
 */
public record HistoryEntry(
        Instant at,
        String who,
        Happening what,
        String sha256,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> otherSubmissionId) {}
