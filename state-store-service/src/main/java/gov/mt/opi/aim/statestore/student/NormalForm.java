package gov.mt.opi.aim.statestore.student;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.language.Soundex;

/**
 * Names and local IDs as they are compared: accents, case, blanks and punctuation do not matter. What the district wrote
 * is kept beside it, untouched.
 */
final class NormalForm {

    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "I", "II", "III", "IV", "V");
    private static final Set<String> NO_MIDDLE_NAME = Set.of("NMN", "NONE");

    private static final Soundex SOUNDEX = new Soundex();

    /** Parts as short as {@code de} or {@code la} say nothing. */
    private static final int SHORTEST_PART = 3;

    private NormalForm() {}

    /** A name without accents, case, blanks, hyphens, apostrophes and periods. */
    static String name(String written) {
        String text = isAscii(written) ? written : withoutAccents(written);
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '-' && c != '\'' && c != '.' && c != '’') {
                normal.append(c);
            }
        }
        return normal.toString().toUpperCase(Locale.ROOT);
    }

    /** A middle name; NMN and NONE say that there is none. */
    static String middleName(String written) {
        String normal = name(written);
        return NO_MIDDLE_NAME.contains(normal) ? "" : normal;
    }

    /** The suffix that stands at the end of a last name, as in {@code Doe Jr}; empty when there is none. */
    static String suffixOfLastName(String written) {
        int blank = written.trim().lastIndexOf(' ');
        String last = blank < 0 ? "" : name(written.trim().substring(blank + 1));
        return SUFFIXES.contains(last) ? last : "";
    }

    /** A last name without a suffix at its end. */
    static String lastName(String written) {
        return suffixOfLastName(written).isEmpty()
                ? name(written)
                : name(written.trim().substring(0, written.trim().lastIndexOf(' ')));
    }

    /** True when a last name of several parts, joined by hyphens or blanks, has this part; it is no part of itself. */
    static boolean hasPart(String written, String normalPart) {
        if (written.indexOf('-') < 0 && written.indexOf(' ') < 0) {
            return false;
        }
        for (String part : written.split("[- ]+")) {
            String normal = name(part);
            if (normal.length() >= SHORTEST_PART && normal.equals(normalPart) && !SUFFIXES.contains(normal)) {
                return true;
            }
        }
        return false;
    }

    /** The Soundex code of a name in normal form; empty when it has no letter from A to Z, which are all that Soundex knows. */
    static String sound(String normal) {
        StringBuilder letters = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            if (normal.charAt(i) >= 'A' && normal.charAt(i) <= 'Z') {
                letters.append(normal.charAt(i));
            }
        }
        return letters.isEmpty() ? "" : SOUNDEX.encode(letters.toString());
    }

    /** A local ID without leading zeros and inner blanks. */
    static String localId(String written) {
        String compact = written.replace(" ", "");
        int first = 0;
        while (first < compact.length() - 1 && compact.charAt(first) == '0') {
            first++;
        }
        return compact.substring(first).toUpperCase(Locale.ROOT);
    }

    private static String withoutAccents(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
