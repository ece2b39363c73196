package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header record, line 1 of a file: {@code HD}, date, time and version (spec 2.2), read by the FATAL rules HDR-001 to
 * HDR-044. The first failure of a field silences the rest of that field, and a line that is no header at all has nothing
 * more to say than that.
 *
 * @param recognised whether line 1 is meant as a header, be it a broken one
 * @param date date of the header, where one can be read
 * @param time time of the header, where one can be read
 * @param version the version as given, where there is one of a bearable length
 * @param findings what is wrong; all FATAL
 */
public record Header(
        boolean recognised,
        Optional<LocalDate> date,
        Optional<LocalTime> time,
        Optional<String> version,
        List<Finding> findings) {

    /** The version that the state takes. */
    public static final String VERSION = "MT1.3";

    private static final String RECORD_TYPE = "HD";
    private static final Set<String> SUPERSEDED = Set.of("MT1.0", "MT1.1", "MT1.2");
    private static final int FIELDS = 4;
    private static final int VERSION_LENGTH_MAX = 15;
    private static final Pattern DATE = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");
    private static final Pattern TIME = Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})");

    public Header {
        findings = List.copyOf(findings);
    }

    /** Date and time of the header, Mountain time; present whenever no finding is about them. */
    public Optional<LocalDateTime> timestamp() {
        return date.flatMap(day -> time.map(day::atTime));
    }

    /** Reads line 1, given without its line end. */
    static Header of(String line) {
        if (line.indexOf('\t') < 0) {
            return line.isBlank()
                    ? unrecognised(unlikeAHeader("HDR-001"))
                    : unrecognised(SpreadsheetDamage.explainSeparator(unlikeAHeader("FILE-015"), line));
        }
        String[] field = line.split("\t", -1);
        if (!isMeantAsHeader(field)) {
            return unrecognised(unlikeAHeader("HDR-001"));
        }
        List<Finding> findings = new ArrayList<>();
        if (!field[0].equals(RECORD_TYPE)) {
            findings.add(SpreadsheetDamage.explainRecordType(
                    finding("HDR-011", 1, "Record Type", field[0]), field[0].trim()));
        }
        if (field.length != FIELDS) {
            // Which of the fields is missing cannot be known, so that nothing is said about them.
            Finding count =
                    Finding.ofRecord(RuleCatalogue.get("HDR-002"), 1, RECORD_TYPE, String.valueOf(field.length));
            boolean onlyEmptyBehind =
                    field.length > FIELDS && Arrays.stream(field).skip(FIELDS).allMatch(String::isBlank);
            findings.add(SpreadsheetDamage.explainFieldCount(count, onlyEmptyBehind));
            return new Header(true, Optional.empty(), Optional.empty(), Optional.empty(), findings);
        }
        return new Header(
                true, date(field[1], findings), time(field[2], findings), version(field[3], findings), findings);
    }

    /** A header whose record type is misspelt is still one; a data record or a line of column titles is not. */
    private static boolean isMeantAsHeader(String[] field) {
        String type = field[0].trim().toUpperCase(Locale.ROOT);
        if (RecordType.of(type).isPresent()) {
            return false;
        }
        return type.startsWith("H") || type.equals("\"HD\"") || field.length == FIELDS;
    }

    private static Optional<LocalDate> date(String value, List<Finding> findings) {
        if (value.isBlank()) {
            findings.add(finding("HDR-021", 2, "Date", value));
            return Optional.empty();
        }
        Matcher parts = DATE.matcher(value);
        if (!parts.matches()) {
            findings.add(SpreadsheetDamage.explainDate(finding("HDR-022", 2, "Date", value), value));
            return Optional.empty();
        }
        Optional<LocalDate> date = CalendarDay.of(parts.group(3), parts.group(1), parts.group(2));
        if (date.isEmpty()) {
            findings.add(finding("HDR-023", 2, "Date", value));
        }
        return date;
    }

    private static Optional<LocalTime> time(String value, List<Finding> findings) {
        if (value.isBlank()) {
            findings.add(finding("HDR-031", 3, "Time", value));
            return Optional.empty();
        }
        Matcher parts = TIME.matcher(value);
        if (!parts.matches()) {
            findings.add(SpreadsheetDamage.explainTime(finding("HDR-032", 3, "Time", value), value));
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = Integer.parseInt(parts.group(2));
        int second = Integer.parseInt(parts.group(3));
        if (hour > 23 || minute > 59 || second > 59) {
            findings.add(finding("HDR-033", 3, "Time", value));
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hour, minute, second));
    }

    private static Optional<String> version(String value, List<Finding> findings) {
        if (value.isBlank()) {
            findings.add(finding("HDR-041", 4, "Version", value));
            return Optional.empty();
        }
        if (value.length() > VERSION_LENGTH_MAX) {
            findings.add(finding("HDR-044", 4, "Version", value));
            return Optional.empty();
        }
        if (SUPERSEDED.contains(value)) {
            findings.add(finding("HDR-043", 4, "Version", value));
        } else if (!value.equals(VERSION)) {
            findings.add(finding("HDR-042", 4, "Version", value));
        }
        return Optional.of(value);
    }

    private static Header unrecognised(Finding why) {
        return new Header(false, Optional.empty(), Optional.empty(), Optional.empty(), List.of(why));
    }

    private static Finding unlikeAHeader(String ruleId) {
        return Finding.ofRecord(RuleCatalogue.get(ruleId), 1, null, "");
    }

    private static Finding finding(String ruleId, int fieldNumber, String fieldName, String value) {
        return Finding.of(RuleCatalogue.get(ruleId), 1, RECORD_TYPE, fieldNumber, fieldName, value);
    }
}
