package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import java.util.Optional;

/** The byte that says what became of a line and who said so; 0 while nobody has. The codes are stored: never renumber. */
public final class OutcomeCode {

    /** No outcome yet. */
    public static final byte PENDING = 0;

    private static final int VALIDATION = 0x10;
    private static final int OUTCOME = 0x0F;

    private OutcomeCode() {}

    static byte of(Outcome outcome, DecidedBy decidedBy) {
        int code =
                switch (outcome) {
                    case ACCEPTED -> 1;
                    case UNCHANGED -> 2;
                    case REJECTED -> 3;
                    case HELD -> 4;
                    case STALE -> 5;
                };
        return (byte) (decidedBy == DecidedBy.VALIDATION ? code | VALIDATION : code);
    }

    /** The outcome; empty while it is pending. */
    static Optional<Outcome> outcome(byte code) {
        return switch (code & OUTCOME) {
            case 1 -> Optional.of(Outcome.ACCEPTED);
            case 2 -> Optional.of(Outcome.UNCHANGED);
            case 3 -> Optional.of(Outcome.REJECTED);
            case 4 -> Optional.of(Outcome.HELD);
            case 5 -> Optional.of(Outcome.STALE);
            default -> Optional.empty();
        };
    }

    /** True for a line that is rejected, whoever said so. */
    public static boolean isRejected(byte code) {
        return (code & OUTCOME) == 3;
    }

    /**
     * Whether an outcome takes the place of what stands. The same again does not, unless the line waits: it may wait for
     * something else now, and its finding says for what. What is in the view stays the truth: the state-store outranks
     * validation in whatever order they arrive. A line that waited and was decided never waits again, so that a HELD after
     * that is an echo.
     */
    static boolean replaces(byte standing, byte next) {
        if (standing == PENDING) {
            return true;
        }
        if (next == standing) {
            return isHeld(next);
        }
        boolean nextByValidation = (next & VALIDATION) != 0;
        boolean standingByValidation = (standing & VALIDATION) != 0;
        if (nextByValidation || standingByValidation) {
            return standingByValidation;
        }
        return !isHeld(next);
    }

    private static boolean isHeld(byte code) {
        return (code & OUTCOME) == 4;
    }
}
