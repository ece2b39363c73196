package gov.mt.opi.aim.validation.remedy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The day that a value most likely stands for, written MM/DD/YYYY. */
final class NearestDate {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    /** Two digits up to this are of the present century. */
    private static final int CENTURY_TURNS = 30;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    /** Spreadsheets number the days from here on. */
    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int SPREADSHEET_DIGITS = 5;
    private static final int UNSEPARATED_DIGITS = 8;

    private NearestDate() {}

    static Optional<Remedy> of(String value) {
        List<String> parts = parts(value);
        if (parts.size() == 1) {
            return ofOneNumber(parts.get(0));
        }
        if (parts.size() < 3) {
            return Optional.empty();
        }
        String first = parts.get(0);
        String second = parts.get(1);
        String third = parts.get(2);
        if (month(second) > 0) {
            return ofParts(third, month(second), first);
        }
        if (month(first) > 0) {
            return ofParts(third, month(first), second);
        }
        if (!areNumbers(first, second, third)) {
            return Optional.empty();
        }
        if (first.length() == 4) {
            return ofParts(first, Integer.parseInt(second), third);
        }
        boolean dayFirst = Integer.parseInt(first) > 12;
        return dayFirst
                ? ofParts(third, Integer.parseInt(second), first).map(Remedy::asGuess)
                : ofParts(third, Integer.parseInt(first), second);
    }

    /** For a day that a month does not have, how many it has; empty for everything else. */
    static String lengthOfMonth(String value) {
        List<String> parts = parts(value);
        if (parts.size() != 3 || !areNumbers(parts.get(0), parts.get(1), parts.get(2))) {
            return "";
        }
        int month = Integer.parseInt(parts.get(0));
        int year = Integer.parseInt(parts.get(2));
        return month < 1 || month > 12 || year < 1
                ? ""
                : parts.get(0) + "/" + parts.get(2) + " has "
                        + YearMonth.of(year, month).lengthOfMonth() + " days. ";
    }

    /** 05141995, 19950514, or a spreadsheet's count of days. */
    private static Optional<Remedy> ofOneNumber(String text) {
        if (!NearestNumber.isDigits(text)) {
            return Optional.empty();
        }
        if (text.length() == UNSEPARATED_DIGITS) {
            return ofParts(text.substring(0, 4), Integer.parseInt(text.substring(4, 6)), text.substring(6))
                    .or(() -> ofParts(text.substring(4), Integer.parseInt(text.substring(0, 2)), text.substring(2, 4)));
        }
        return text.length() == SPREADSHEET_DIGITS
                ? written(SPREADSHEET_DAY_ZERO.plusDays(Integer.parseInt(text))).map(Remedy::asGuess)
                : Optional.empty();
    }

    private static Optional<Remedy> ofParts(String year, int month, String day) {
        boolean twoDigits = year.length() == 2;
        if (!areNumbers(year, day) || !twoDigits && year.length() != 4 || day.length() > 2) {
            return Optional.empty();
        }
        int full = Integer.parseInt(year);
        if (twoDigits) {
            full += full <= CENTURY_TURNS ? 2000 : 1900;
        }
        int ofMonth = Integer.parseInt(day);
        if (full < FIRST_YEAR
                || full > LAST_YEAR
                || month < 1
                || month > 12
                || ofMonth < 1
                || ofMonth > YearMonth.of(full, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return written(LocalDate.of(full, month, ofMonth)).map(remedy -> twoDigits ? remedy.asGuess() : remedy);
    }

    private static Optional<Remedy> written(LocalDate day) {
        return Optional.of(day)
                .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
                .map(date -> Remedy.sameAs(
                        "%02d/%02d/%d".formatted(date.getMonthValue(), date.getDayOfMonth(), date.getYear())));
    }

    /** Up to three runs of digits or letters; a time of day behind them does not matter. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>(3);
        int at = 0;
        while (at < value.length() && parts.size() < 3) {
            int from = at;
            while (at < value.length() && isSame(value, from, at)) {
                at++;
            }
            if (at > from) {
                parts.add(value.substring(from, at));
            } else {
                at++;
            }
        }
        return parts;
    }

    private static boolean isSame(String value, int from, int at) {
        char first = value.charAt(from);
        char c = value.charAt(at);
        return isDigit(first) ? isDigit(c) : isLetter(first) && isLetter(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean areNumbers(String... texts) {
        for (String text : texts) {
            if (text.length() > 4 || !NearestNumber.isDigits(text)) {
                return false;
            }
        }
        return true;
    }

    /** The number of a month's name or its first three letters, 0 when it is none. */
    private static int month(String text) {
        return text.length() < 3 || !isLetter(text.charAt(0))
                ? 0
                : 1 + MONTHS.indexOf(text.substring(0, 3).toUpperCase(Locale.ROOT));
    }
}
