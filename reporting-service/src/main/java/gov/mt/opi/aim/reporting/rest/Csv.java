package gov.mt.opi.aim.reporting.rest;

import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180): a header line, CRLF, quotes where they are needed. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> header) {
        row(header);
    }

    void row(List<?> cells) {
        text.append(cells.stream()
                .map(value -> cell(value == null ? "" : value.toString()))
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A spreadsheet must not take a value for a formula, nor a comma in it for the next cell. */
    private static String cell(String value) {
        boolean isNumber = value.matches("-?[0-9]+(\\.[0-9]+)?");
        boolean isFormula = !value.isEmpty() && !isNumber && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String harmless = isFormula ? "'" + value : value;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
