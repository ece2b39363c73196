package gov.mt.opi.aim.chassis.rest;

/**
 * The page that a caller wants.
 *
 * @param page number of the page, from 0
 * @param size items of a page, 1 to {@link #SIZE_MAX}
 */
public record PageRequest(int page, int size) {

    public static final int SIZE_DEFAULT = 100;
    public static final int SIZE_MAX = 1000;
    private static final int PAGE_MAX = 10_000_000;

    /**
     * Reads the query parameters {@code page} and {@code size}, either of which may be null.
     *
     * @throws Problem 400 when one is not a number in its range
     */
    public static PageRequest of(String page, String size) {
        return new PageRequest(number("page", page, 0, 0, PAGE_MAX), number("size", size, SIZE_DEFAULT, 1, SIZE_MAX));
    }

    public long offset() {
        return (long) page * size;
    }

    private static int number(String name, String value, int absent, int least, int most) {
        if (value == null || value.isBlank()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value.trim());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with numbers out of range
        }
        throw Problem.badRequest(
                "bad-parameter",
                name + " must be a whole number from " + least + " to " + most + ", not " + value + ".");
    }
}
