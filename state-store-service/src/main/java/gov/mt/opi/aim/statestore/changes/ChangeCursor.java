package gov.mt.opi.aim.statestore.changes;

import java.util.Optional;

/**
 * How far somebody has read the changes. Callers keep it as they got it; a later one is greater as a number.
 *
 * @param batch number of the transaction, in the order of commits, from 1
 * @param position how many of its things were read
 */
public record ChangeCursor(long batch, int position) {

    /** Before the first change. */
    public static final ChangeCursor START = new ChangeCursor(0, 0);

    private static final int POSITION_BITS = 20;
    private static final long POSITION_MASK = (1L << POSITION_BITS) - 1;

    /** The cursor that was given out as this text; empty when it never was one. */
    public static Optional<ChangeCursor> parse(String text) {
        try {
            long number = Long.parseLong(text);
            return number < 0
                    ? Optional.empty()
                    : Optional.of(new ChangeCursor(number >>> POSITION_BITS, (int) (number & POSITION_MASK)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(batch << POSITION_BITS | position);
    }
}
