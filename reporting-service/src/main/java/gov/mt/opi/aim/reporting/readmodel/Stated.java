package gov.mt.opi.aim.reporting.readmodel;

import java.time.LocalDate;

/** How the fields of a state event are read: what must be there, and what a blank stands for. */
final class Stated {

    private Stated() {}

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /**
     * A value without which the thing cannot be counted.
     *
     * @throws IllegalArgumentException when it is absent; the message names the property, never a value
     */
    static void required(String property, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("no " + property);
        }
    }

    /**
     * A number or code without which the thing cannot be counted.
     *
     * @throws IllegalArgumentException when it is absent or no code at all
     */
    static void code(String property, String value) {
        required(property, value);
        refuseControls(property, value);
    }

    /**
     * A number or code that may be blank.
     *
     * @throws IllegalArgumentException when it is no code at all
     */
    static String codeOr(String property, String value, String blank) {
        if (value == null || value.isEmpty()) {
            return blank;
        }
        refuseControls(property, value);
        return value;
    }

    /**
     * A date that a database can hold; null is one.
     *
     * @throws IllegalArgumentException when it is out of this world
     */
    static void date(String property, LocalDate value) {
        if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
            throw new IllegalArgumentException(property + " is no date of this world");
        }
    }

    /**
     * A version, without which nobody knows what is newer.
     *
     * @throws IllegalArgumentException when it is absent or not from 1
     */
    static void versioned(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("no version");
        }
    }

    private static void refuseControls(String property, String value) {
        // A plain loop: this is asked a dozen times for every event.
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(property + " has control characters");
            }
        }
    }
}
