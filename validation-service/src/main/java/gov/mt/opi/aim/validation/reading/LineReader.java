package gov.mt.opi.aim.validation.reading;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.remedy.Remedies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a line at its tabs and reads it by the layout of its record type (spec 2; the format has no quoting, AMB-14). The
 * rules about a line's structure are here; a line whose structure is wrong is no record.
 */
public final class LineReader {

    private static final Rule TYPE_GIVEN = RuleCatalogue.get("REC-002");
    private static final Rule TYPE_KNOWN = RuleCatalogue.get("REC-003");
    private static final Rule NOT_FEWER_FIELDS = RuleCatalogue.get("REC-004");
    private static final Rule NOT_MORE_FIELDS = RuleCatalogue.get("REC-005");
    private static final Rule TRAILING_TAB = RuleCatalogue.get("REC-006");
    private static final Rule NO_CONTROL_CHARACTERS = RuleCatalogue.get("REC-007");
    private static final Rule TRIMMED = RuleCatalogue.get("REC-008");
    private static final Rule UNWRAPPED = RuleCatalogue.get("REC-009");
    private static final Rule NOT_TOO_LONG = RuleCatalogue.get("REC-012");

    /** Kept, because asking the enumeration copies them for every line. */
    private static final RecordType[] TYPES = RecordType.values();

    private static final char NO_BREAK_SPACE = '\u00a0';

    private LineReader() {}

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        return Set.of(
                "REC-002", "REC-003", "REC-004", "REC-005", "REC-006", "REC-007", "REC-008", "REC-009", "REC-012");
    }

    /** Reads a line; whatever is wrong with its structure goes to the findings. */
    public static Reading read(String text, int line, Findings findings) {
        String typeText = tidy(text.substring(0, endOfField(text, 0)));
        Optional<RecordType> type = typeOf(typeText);
        if (text.length() > RecordSubmitted.RECORD_LENGTH_MAX) {
            // The text is cut, so nothing more can be said about it.
            findings.line(NOT_TOO_LONG, type, "");
            return new Reading(type, Optional.empty());
        }
        if (holdsControlCharacter(text)) {
            findings.line(NO_CONTROL_CHARACTERS, type, "");
        }
        if (type.isEmpty()) {
            noType(typeText, findings);
            return new Reading(type, Optional.empty());
        }
        List<Field> fields = type.get().layout().fields();
        String[] values = split(text, fields.size(), type.get(), findings);
        if (findings.hasError()) {
            return new Reading(type, Optional.empty());
        }
        for (Field field : fields) {
            values[field.index()] = normalised(values[field.index()], type.get(), field, findings);
        }
        return new Reading(type, Optional.of(new DataRecord(type.get(), line, values)));
    }

    private static void noType(String text, Findings findings) {
        if (text.isEmpty()) {
            findings.line(TYPE_GIVEN, Optional.empty(), "");
            return;
        }
        Optional<RecordType> inCapitals = typeOf(text.toUpperCase(Locale.ROOT));
        findings.line(TYPE_KNOWN, Optional.empty(), text, found -> inCapitals
                .map(right -> Remedies.improveRecordType(found, right.name()))
                .orElse(found));
    }

    private static Optional<RecordType> typeOf(String text) {
        // Four comparisons of two letters; RecordType.of would make a stream for every line.
        for (RecordType type : TYPES) {
            if (type.name().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String[] split(String text, int size, RecordType type, Findings findings) {
        int tabs = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                tabs++;
            }
        }
        int count = tabs + 1;
        if (count < size) {
            findings.line(NOT_FEWER_FIELDS, Optional.of(type), fieldsOf(count, type));
        } else if (count == size + 1
                && trim(text.substring(text.lastIndexOf('\t') + 1)).isEmpty()) {
            findings.line(TRAILING_TAB, Optional.of(type), "");
        } else if (count > size) {
            findings.line(NOT_MORE_FIELDS, Optional.of(type), fieldsOf(count, type));
        }
        String[] values = new String[size];
        int from = 0;
        for (int i = 0; i < size && from <= text.length(); i++) {
            int end = endOfField(text, from);
            values[i] = text.substring(from, end);
            from = end + 1;
        }
        return values;
    }

    private static String fieldsOf(int count, RecordType type) {
        return type + " with " + count + (count == 1 ? " field" : " fields");
    }

    private static int endOfField(String text, int from) {
        int tab = text.indexOf('\t', from);
        return tab < 0 ? text.length() : tab;
    }

    private static String normalised(String value, RecordType type, Field field, Findings findings) {
        String trimmed = trim(value);
        if (trimmed.length() != value.length()) {
            findings.field(TRIMMED, type, field, "");
        }
        if (!isWrapped(trimmed)) {
            return trimmed;
        }
        // What stands in a filler is never repeated.
        findings.field(UNWRAPPED, type, field, field.format() == Format.FILLER ? "" : trimmed);
        return unwrapped(trimmed);
    }

    private static String tidy(String value) {
        String trimmed = trim(value);
        return isWrapped(trimmed) ? unwrapped(trimmed) : trimmed;
    }

    private static boolean isWrapped(String value) {
        int last = value.length() - 1;
        return last >= 1 && value.charAt(0) == '"' && value.charAt(last) == '"';
    }

    private static String unwrapped(String value) {
        return trim(value.substring(1, value.length() - 1));
    }

    private static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == value.length() ? value : value.substring(from, to);
    }

    /** Spreadsheets pad with no-break spaces, too. */
    private static boolean isBlank(char character) {
        return character == ' '
                || character == NO_BREAK_SPACE
                || character > 0x1000 && Character.isSpaceChar(character);
    }

    private static boolean holdsControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' && character != '\t' || character >= 0x7f && character <= 0x9f) {
                return true;
            }
        }
        return false;
    }
}
