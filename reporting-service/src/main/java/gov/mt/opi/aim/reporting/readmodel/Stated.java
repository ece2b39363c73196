package gov.mt.opi.aim.reporting.readmodel;

/** How the fields of a state event are read: what must be there, and what a blank stands for. */
final class Stated {

    private Stated() {}

    /**
     * A value without which the thing cannot be counted.
     *
     * @throws IllegalArgumentException when it is absent; the message names the property, never a value
     */
    static <T> T required(String property, T value) {
        if (value == null) {
            throw new IllegalArgumentException("no " + property);
        }
        return value;
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

    static String orElse(String value, String blank) {
        return value == null || value.isEmpty() ? blank : value;
    }
}
