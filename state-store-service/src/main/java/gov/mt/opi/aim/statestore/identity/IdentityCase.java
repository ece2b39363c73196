package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A question for a steward as it is kept: who is the child of a line, or are two students one.
 *
 * @param id names the case
 * @param record the line that waits, whole; empty for a pair
 * @param ruleId the rule that holds the line; empty for a pair
 * @param pair two students; empty for a line
 * @param score how much they resembled each other when the case was opened; orders the queue, decides nothing
 * @param openedAt since when it is asked, UTC
 * @param verdict what was decided; empty while it is open
 */
public record IdentityCase(
        UUID id,
        Optional<RecordAccepted> record,
        Optional<String> ruleId,
        Optional<Pair> pair,
        int score,
        Instant openedAt,
        Optional<Verdict> verdict) {

    /** What a steward can say. */
    public enum Choice {
        /** The child is a student the state knows; of a pair, that the two are one. */
        MATCH,
        /** The child is nobody the state knows; of a pair, that they are two. */
        NEW,
        /** The line is refused. */
        REJECT,
        /** Nobody said it: another decision answered the question. */
        FOLLOWED
    }

    /**
     * A decision.
     *
     * @param choice what was said
     * @param stateId the student, where one was named
     * @param reason why, where it was said
     * @param by who said it
     * @param at when, UTC
     * @param outcome what became of the line; empty for a pair
     */
    public record Verdict(
            Choice choice,
            Optional<String> stateId,
            Optional<String> reason,
            String by,
            Instant at,
            Optional<String> outcome) {}

    public boolean isOpen() {
        return verdict.isEmpty();
    }
}
