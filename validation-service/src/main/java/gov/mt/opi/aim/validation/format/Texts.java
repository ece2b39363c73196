package gov.mt.opi.aim.validation.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;

/** Statements about the characters of a value that is not blank. No regular expressions: every line passes here. */
final class Texts {

    private static final int DATE_LENGTH = 10;
    private static final int PORTION_DECIMALS = 3;
    /** What a spreadsheet, a word processor or a keyboard makes of the apostrophe and the hyphen of a name. */
    private static final String NAME_SIGNS = " -'.\u2019\u02bc\u2010\u2011";

    private static final char LOST_CHARACTER = '\ufffd';
    private static final Set<String> PLACEHOLDER_NAMES = Set.of("UNKNOWN", "TEST", "NONE", "NMN");
    private static final Set<String> WORDS_FOR_BLANK = Set.of("NULL", "N/A", "NONE");

    private Texts() {}

    static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean hasNoLeadingZero(String value) {
        return value.charAt(0) != '0';
    }

    static boolean isNumberOverZero(String value) {
        return isDigits(value) && !consistsOf(value, '0');
    }

    static boolean isStateId(String value) {
        return isDigits(value) && hasNoLeadingZero(value);
    }

    static boolean hasNoPaddedZero(String value) {
        return hasNoLeadingZero(value) || isPlaceholderId(value);
    }

    static boolean isPlainId(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    static boolean isPlaceholderId(String value) {
        return value.length() == 1 || consistsOf(value, '0') || consistsOf(value, '9');
    }

    /** Letters of any alphabet with their accents, blank, hyphen, apostrophe, period; lost characters are another rule. */
    static boolean isName(String value) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (!Character.isLetter(c) && !isAccent(c) && NAME_SIGNS.indexOf(c) < 0 && c != LOST_CHARACTER) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    static boolean holdsLostCharacter(String value) {
        return value.indexOf(LOST_CHARACTER) >= 0;
    }

    static boolean isPlaceholderName(String value) {
        return value.length() == 1 || isPlaceholderMiddleName(value);
    }

    /** A single letter is the initial of a middle name (spec 2.3's own Jane Q. Doe), X alone is not. */
    static boolean isPlaceholderMiddleName(String value) {
        return consistsOf(value, 'X')
                || consistsOf(value, 'x')
                || value.length() <= 7 && PLACEHOLDER_NAMES.contains(value.toUpperCase(Locale.ROOT));
    }

    static boolean hasNoPunctuation(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Two characters; a single letter is a wrong code rather than one that lost its zero. */
    static boolean isPadded(String value) {
        return value.length() == 2 || value.length() == 1 && !isDigit(value.charAt(0));
    }

    static boolean isWordForBlank(String value) {
        return value.length() <= 4 && WORDS_FOR_BLANK.contains(value.toUpperCase(Locale.ROOT));
    }

    static boolean isWrittenAsDate(String value) {
        if (value.length() != DATE_LENGTH) {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            char c = value.charAt(i);
            if (i == 2 || i == 5 ? c != '/' : !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** A value written as a date is a day of the calendar; there is no year 0. */
    static boolean isRealDate(String value) {
        int year = number(value, 6, 10);
        int month = number(value, 0, 2);
        int day = number(value, 3, 5);
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /** The day of a value that is a real date. */
    static LocalDate date(String value) {
        return LocalDate.of(number(value, 6, 10), number(value, 0, 2), number(value, 3, 5));
    }

    /** Digits with at most one point and at most three digits behind it; {@code .5} will do (AMB-55). */
    static boolean isDecimal(String value) {
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        String decimals = point < 0 ? "0" : value.substring(point + 1);
        return isDigits(whole)
                && isDigits(decimals)
                && !decimals.isEmpty()
                && decimals.length() <= PORTION_DECIMALS
                && (point >= 0 || !whole.isEmpty());
    }

    /** A decimal from 0 to 1. */
    static boolean isPortion(String value) {
        return new BigDecimal(value).compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean consistsOf(String value, char one) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != one) {
                return false;
            }
        }
        return true;
    }

    private static int number(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }
}
