package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows what spreadsheets do to a file, and says how to undo it: separators changed, dates and times rewritten, cells quoted,
 * rows filled up. A finding gets a hint of its own where the damage is plain, and keeps the catalogue's otherwise.
 */
final class SpreadsheetDamage {

    private static final String SAVE_AS = " In the spreadsheet choose Save As, Text (Tab delimited), and send that.";
    private static final String FORMAT_AS_TEXT = " A spreadsheet rewrites it: format the cell as text before you save.";

    private static final List<DateTimeFormatter> DATES = List.of(
            pattern("M/d/uuuu"), pattern("uuuu-M-d"), pattern("M-d-uuuu"), pattern("M/d/uu"), pattern("d-MMM-uu"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(pattern("H:mm:ss"), pattern("H:mm"), pattern("h:mm:ss a"), pattern("h:mm a"));
    private static final DateTimeFormatter DATE = pattern("MM/dd/uuuu");
    private static final DateTimeFormatter TIME = pattern("HH:mm:ss");

    private SpreadsheetDamage() {}

    /** A first line without a tab (FILE-015). */
    static Finding explainSeparator(Finding finding, String line) {
        return line.indexOf(',') >= 0
                ? hinted(finding, "The fields are separated by commas." + SAVE_AS)
                : line.indexOf(';') >= 0
                        ? hinted(finding, "The fields are separated by semicolons." + SAVE_AS)
                        : finding;
    }

    /** A file that is no plain text (FILE-011). */
    static Finding explainKind(Finding finding, String kind) {
        return kind.startsWith("UTF-16")
                ? hinted(finding, "It was saved as Unicode Text." + SAVE_AS + " UTF-8 is best.")
                : finding;
    }

    /** A header with too many fields, those behind the version all empty (HDR-002). */
    static Finding explainFieldCount(Finding finding, boolean onlyEmptyBehind) {
        return onlyEmptyBehind
                ? hinted(
                        finding,
                        "Take away the tabs behind the version: a spreadsheet fills rows up with empty cells when it"
                                + " saves them.")
                : finding;
    }

    /** A record type of line 1 that is not HD (HDR-011). */
    static Finding explainRecordType(Finding finding, String value) {
        return isQuoted(value)
                ? hinted(finding, "Write HD without quotes: a spreadsheet puts them around cells.")
                : finding;
    }

    /** A date in another form (HDR-022). */
    static Finding explainDate(Finding finding, String value) {
        return parse(DATES, value, LocalDate::from)
                .map(date -> hinted(finding, "Write `" + date.format(DATE) + "`." + FORMAT_AS_TEXT))
                .orElse(finding);
    }

    /** A time in another form (HDR-032). */
    static Finding explainTime(Finding finding, String value) {
        return parse(TIMES, value, LocalTime::from)
                .map(time -> hinted(finding, "Write `" + time.format(TIME) + "`." + FORMAT_AS_TEXT))
                .orElse(finding);
    }

    private static <T> Optional<T> parse(List<DateTimeFormatter> forms, String value, TemporalQuery<T> query) {
        String plain = isQuoted(value) ? value.substring(1, value.length() - 1).trim() : value.trim();
        for (DateTimeFormatter form : forms) {
            try {
                TemporalAccessor parsed = form.parse(plain);
                return Optional.of(parsed.query(query));
            } catch (DateTimeParseException anotherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static boolean isQuoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static Finding hinted(Finding finding, String hint) {
        return new Finding(
                finding.ruleId(),
                finding.severity(),
                finding.line(),
                finding.recordType(),
                finding.fieldNumber(),
                finding.fieldName(),
                finding.value(),
                finding.message(),
                hint,
                finding.specSection());
    }
}
