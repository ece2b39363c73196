package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file, {@code <legal entity>_<MMDDYYYY>.tsv}, read by the rules FILE-001 to FILE-006 (spec 2.1). It is data
 * and never becomes a path. One cause makes one finding.
 *
 * @param text the name as given, with control characters replaced and cut to {@link #LENGTH_MAX}
 * @param districtNumber the legal entity without leading zeros, where one can be read
 * @param date the date, where one can be read
 * @param findings what is wrong; all FATAL
 */
public record FileName(String text, Optional<String> districtNumber, Optional<LocalDate> date, List<Finding> findings) {

    /** Longest name that is kept, in characters. */
    public static final int LENGTH_MAX = 255;

    private static final Pattern DISTRICT = Pattern.compile("0*([1-9][0-9]{0,3})_.*", Pattern.DOTALL);
    private static final Pattern STEM = Pattern.compile("([0-9]+)_([0-9]{8})");
    private static final String EXTENSION = ".tsv";
    private static final int DISTRICT_DIGITS_MAX = 4;

    public FileName {
        findings = List.copyOf(findings);
    }

    /** Reads a name. */
    public static FileName of(String given) {
        String text = shown(given);
        Matcher district = DISTRICT.matcher(text);
        Optional<String> districtNumber = district.matches() ? Optional.of(district.group(1)) : Optional.empty();
        if (holdsPathCharacters(given)) {
            return new FileName(text, districtNumber, Optional.empty(), List.of(finding("FILE-005", text)));
        }
        List<Finding> findings = new ArrayList<>();
        String stem = text;
        if (text.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            stem = text.substring(0, text.length() - EXTENSION.length());
        } else {
            findings.add(finding("FILE-006", text));
            stem = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        }
        Matcher parts = STEM.matcher(stem);
        if (!parts.matches()) {
            findings.add(finding("FILE-001", text));
            return new FileName(text, districtNumber, Optional.empty(), findings);
        }
        checkDistrict(parts.group(1), text, findings);
        Optional<LocalDate> date = CalendarDay.of(
                parts.group(2).substring(4),
                parts.group(2).substring(0, 2),
                parts.group(2).substring(2, 4));
        if (date.isEmpty()) {
            findings.add(finding("FILE-004", text));
        }
        return new FileName(text, districtNumber, date, findings);
    }

    /** A finding about the legal entity of the name. */
    public Finding findingOfDistrict(String ruleId) {
        return finding(ruleId, districtNumber.orElse(""));
    }

    private static void checkDistrict(String digits, String text, List<Finding> findings) {
        String significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty() || significant.length() > DISTRICT_DIGITS_MAX) {
            findings.add(finding("FILE-003", text));
        } else if (significant.length() < digits.length()) {
            findings.add(finding("FILE-002", text));
        }
    }

    private static boolean holdsPathCharacters(String given) {
        return given.contains("..")
                || given.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl((char) c));
    }

    /** The name as it can be shown and kept: a database takes no NUL, and a list no line breaks. */
    private static String shown(String given) {
        String cut = given.length() <= LENGTH_MAX ? given : given.substring(0, LENGTH_MAX);
        return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static Finding finding(String ruleId, String text) {
        return Finding.ofRecord(RuleCatalogue.get(ruleId), null, null, text);
    }
}
