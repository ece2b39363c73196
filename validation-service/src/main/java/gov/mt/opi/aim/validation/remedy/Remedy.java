package gov.mt.opi.aim.validation.remedy;

/**
 * A value that could stand where the wrong one stands.
 *
 * @param value what to send
 * @param meaning what a code means, empty for what speaks for itself
 * @param certain whether it is the same value, only written as the format asks; else it is a guess
 */
record Remedy(String value, String meaning, boolean certain) {

    static Remedy sameAs(String value) {
        return new Remedy(value, "", true);
    }

    static Remedy perhaps(String value) {
        return new Remedy(value, "", false);
    }

    Remedy asGuess() {
        return new Remedy(value, meaning, false);
    }
}
