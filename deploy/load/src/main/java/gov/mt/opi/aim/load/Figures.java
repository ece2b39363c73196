package gov.mt.opi.aim.load;

import java.util.Locale;

/** Figures as they are printed. */
final class Figures {

    private static final long MEGABYTE = 1024 * 1024;

    private Figures() {}

    /** {@code 12,345}. */
    static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    /** {@code 1.23}. */
    static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    /** {@code 1.2}. */
    static String one(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    static String megabytes(long bytes) {
        return whole((double) bytes / MEGABYTE) + " MB";
    }
}
