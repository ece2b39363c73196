package gov.mt.opi.aim.reporting.rest;

import java.util.List;
import java.util.regex.Pattern;

/** A table as CSV (RFC 4180): a header line, CRLF, quotes where they are needed. */
final class Csv {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> header) {
        row(header);
    }

    void row(List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            text.append(i == 0 ? "" : ",").append(cell(value == null ? "" : value.toString()));
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A spreadsheet must not take a value for a formula, nor a comma in it for the next cell. */
    private static String cell(String value) {
        if (isPlain(value)) {
            return value;
        }
        boolean isNumber = NUMBER.matcher(value).matches();
        boolean isFormula = !isNumber && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String harmless = isFormula ? "'" + value : value;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** Letters and digits, which is what nearly all cells are, need nothing. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128 || !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
