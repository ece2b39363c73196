package gov.mt.opi.aim.validation.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The number that a value most likely stands for, written as the format asks. */
final class NearestNumber {

    private static final int YEAR_LENGTH = 4;
    private static final int PORTION_DECIMALS = 3;
    /** More digits than this are no portion of a day. */
    private static final int PORTION_DIGITS_MAX = 9;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NearestNumber() {}

    /** 63 for 0063, 63.0 and 6 3. */
    static Optional<Remedy> ofWhole(String value, int length) {
        String digits = withoutZeros(withoutDecimals(value).replace(" ", ""));
        return isDigits(digits) && digits.length() <= length && !digits.equals("0")
                ? Optional.of(Remedy.sameAs(digits))
                : Optional.empty();
    }

    /** 2007 for 2006-2007 and 2006-07; perhaps 2007 for 07. */
    static Optional<Remedy> ofYear(String value) {
        String text = withoutDecimals(value).replace(" ", "");
        int mark = Math.max(text.indexOf('-'), text.indexOf('/'));
        String first = mark < 0 ? "" : text.substring(0, mark);
        String last = text.substring(mark + 1);
        if (!isDigits(last) || mark >= 0 && !isDigits(first)) {
            return Optional.empty();
        }
        String year = last.length() == 2 ? "20" + last : last;
        if (year.length() != YEAR_LENGTH) {
            return Optional.empty();
        }
        if (mark < 0) {
            return Optional.of(last.length() == 2 ? Remedy.perhaps(year) : Remedy.sameAs(year));
        }
        String before = first.length() == 2 ? "20" + first : first;
        boolean follows = before.length() == YEAR_LENGTH && Integer.parseInt(before) + 1 == Integer.parseInt(year);
        return follows ? Optional.of(Remedy.sameAs(year)) : Optional.empty();
    }

    /** 123456789 for 123-45-6789 and 123 456 789. */
    static Optional<Remedy> ofStateId(String value, int length) {
        String digits = withoutDecimals(value).replace(" ", "").replace("-", "");
        return isDigits(digits) && digits.length() == length && digits.charAt(0) != '0'
                ? Optional.of(Remedy.sameAs(digits))
                : Optional.empty();
    }

    /** True for what a spreadsheet makes of a long number: 1.23457E+08. */
    static boolean isRounded(String value) {
        int mark = value.indexOf("E+");
        return mark > 0 && isDigits(value.substring(mark + 2)) && isDecimal(value.substring(0, mark));
    }

    /** 0.333 for 0,333, 2/6, 33.3% and 0.33333. */
    static Optional<Remedy> ofPortion(String value) {
        String text = value.replace(" ", "").replace(',', '.');
        int slash = text.indexOf('/');
        Optional<BigDecimal> portion;
        if (slash >= 0) {
            Optional<BigDecimal> part = decimal(text.substring(0, slash));
            Optional<BigDecimal> whole = decimal(text.substring(slash + 1)).filter(number -> number.signum() > 0);
            portion = part.flatMap(
                    number -> whole.map(all -> number.divide(all, PORTION_DECIMALS, RoundingMode.HALF_UP)));
        } else if (text.endsWith("%")) {
            portion = decimal(text.substring(0, text.length() - 1))
                    .map(percent -> percent.divide(HUNDRED, PORTION_DECIMALS, RoundingMode.HALF_UP));
        } else {
            portion = decimal(text).map(number -> number.setScale(PORTION_DECIMALS, RoundingMode.HALF_UP));
        }
        return portion.filter(number -> number.compareTo(BigDecimal.ONE) <= 0)
                .map(number -> Remedy.sameAs(number.toPlainString()));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.length() <= PORTION_DIGITS_MAX && isDecimal(text)
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text)
                : isDigits(text.substring(point + 1)) && (point == 0 || isDigits(text.substring(0, point)));
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String withoutDecimals(String value) {
        int point = value.indexOf('.');
        boolean whole = point > 0 && value.substring(point + 1).chars().allMatch(digit -> digit == '0');
        return whole ? value.substring(0, point) : value;
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
