package gov.mt.opi.aim.validation.cross;

import java.text.Normalizer;
import java.util.Locale;

/**
 * When two names or Local IDs are the same: accents, case, blanks and punctuation of a name do not matter, nor do leading
 * zeros and inner blanks of a Local ID.
 *
 * <p>Texts are kept as hashes of 64 bits. Two different ones share a hash once in many billions of files.
 */
final class Likeness {

    private static final long FIRST = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;
    private static final char BETWEEN = '\t';

    private Likeness() {}

    /** Texts as they are written. */
    static long ofTexts(String... texts) {
        long hash = FIRST;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FACTOR;
            }
            hash = (hash ^ BETWEEN) * FACTOR;
        }
        return hash;
    }

    /** Last and first name in their normal form. */
    static long ofName(String last, String first) {
        return addName((addName(FIRST, last) ^ BETWEEN) * FACTOR, first);
    }

    private static long addName(long before, String name) {
        String text = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ Character.toUpperCase(c)) * FACTOR;
            }
        }
        return hash;
    }

    /** A Local ID without leading zeros and inner blanks, in capitals. */
    static String localId(String written) {
        boolean plain = true;
        for (int i = 0; i < written.length() && plain; i++) {
            char c = written.charAt(i);
            plain = c > ' ' && !(c >= 'a' && c <= 'z') && c < 0x7f;
        }
        if (plain && (written.length() <= 1 || written.charAt(0) != '0')) {
            return written;
        }
        String compact = written.replace(" ", "").toUpperCase(Locale.ROOT);
        int from = 0;
        while (from < compact.length() - 1 && compact.charAt(from) == '0') {
            from++;
        }
        return compact.substring(from);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
