package gov.mt.opi.aim.intake.rejected;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The four columns behind a rejected line: its number, the rules, the fields, the messages, those of several findings in the
 * same order and with {@code "; "} between them. A clerk may leave them where they are when sending mended lines back: a
 * number followed by ids of our rules stands at the end of no record of MT1.3, so that they are told apart and left out.
 */
public final class AddedColumns {

    private static final String BETWEEN = "; ";
    /** Stands for the field of a finding that is about the record as a whole. */
    private static final String NO_FIELD = "-";

    private static final int COLUMNS = 4;
    private static final int LINE_DIGITS_MAX = 7;

    private AddedColumns() {}

    /** The columns as text that goes behind a line. */
    public static String of(RejectedRecord record) {
        return "\t" + record.line()
                + "\t" + joined(record.findings(), Finding::ruleId)
                + "\t"
                + joined(record.findings(), finding -> finding.fieldName() == null ? NO_FIELD : finding.fieldName())
                + "\t" + joined(record.findings(), Finding::message);
    }

    /** A line without the columns, should it have them, however often they were added. */
    public static String strip(String line) {
        String text = line;
        for (int end = endOfRecord(text); end >= 0; end = endOfRecord(text)) {
            text = text.substring(0, end);
        }
        return text;
    }

    /** Where the record ends and the columns begin; -1 when there are none. */
    private static int endOfRecord(String line) {
        int end = line.length();
        // A spreadsheet fills short rows up with empty cells.
        while (end > 0 && line.charAt(end - 1) == '\t') {
            end--;
        }
        int[] begin = new int[COLUMNS];
        int before = end;
        for (int column = COLUMNS - 1; column >= 0; column--) {
            before = line.lastIndexOf('\t', before - 1);
            if (before < 0) {
                return -1;
            }
            begin[column] = before + 1;
        }
        boolean added = isNumber(line, begin[0], begin[1] - 1) && areRules(line.substring(begin[1], begin[2] - 1));
        return added ? before : -1;
    }

    private static boolean isNumber(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= LINE_DIGITS_MAX;
    }

    private static boolean areRules(String cell) {
        if (cell.indexOf('-') < 0) {
            return false;
        }
        for (String id : cell.split(BETWEEN)) {
            if (!RuleCatalogue.contains(id)) {
                return false;
            }
        }
        return true;
    }

    private static String joined(List<Finding> findings, Function<Finding, String> part) {
        return findings.stream()
                .map(part)
                .map(text -> text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '))
                .collect(Collectors.joining(BETWEEN));
    }
}
