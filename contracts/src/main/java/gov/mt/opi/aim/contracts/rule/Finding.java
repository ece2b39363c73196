package gov.mt.opi.aim.contracts.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import gov.mt.opi.aim.contracts.layout.Field;

/**
 * One place where a rule does not hold, in words that a clerk can act on.
 *
 * @param ruleId id in the catalogue
 * @param severity severity of the rule, or a milder one where the rule itself says so
 * @param line line of the file, from 1; null for the file as a whole
 * @param recordType SD, EN, PP, AT or HD; null where the line is of no type
 * @param fieldNumber position of the field, from 1; null for the record as a whole
 * @param fieldName name of the field; null for the record as a whole
 * @param value the value as submitted, empty when blank or not to be repeated
 * @param message what is wrong
 * @param hint how to mend it
 * @param specSection section of the file specification
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Finding(
        String ruleId,
        Severity severity,
        Integer line,
        String recordType,
        Integer fieldNumber,
        String fieldName,
        String value,
        String message,
        String hint,
        String specSection) {

    /** Longest value that a finding repeats, in characters; longer ones are cut. */
    public static final int VALUE_LENGTH_MAX = 200;

    /** A finding about one field of a record. */
    public static Finding ofField(Rule rule, int line, String recordType, Field field, String value) {
        return of(rule, line, recordType, field.number(), field.name(), value);
    }

    /** A finding about a record or a whole file. */
    public static Finding ofRecord(Rule rule, Integer line, String recordType, String value) {
        return of(rule, line, recordType, null, null, value);
    }

    /** A finding with everything said by the caller; the texts come from the catalogue. */
    public static Finding of(
            Rule rule, Integer line, String recordType, Integer fieldNumber, String fieldName, String value) {
        return of(rule, line, recordType, fieldNumber, fieldName, value, "");
    }

    /**
     * A finding whose message says more than the value.
     *
     * @param detail what stands for {@code {detail}} in the message: other lines, dates, what the registry knows
     */
    public static Finding of(
            Rule rule,
            Integer line,
            String recordType,
            Integer fieldNumber,
            String fieldName,
            String value,
            String detail) {
        String shown = cut(value);
        String message = rule.message()
                .replace("{field}", fieldName == null ? "The record" : fieldName)
                .replace("{detail}", detail)
                .replace(shown.isEmpty() ? " {value}" : "{value}", shown.isEmpty() ? "" : "`" + shown + "`");
        return new Finding(
                rule.id(),
                rule.severity(),
                line,
                recordType,
                fieldNumber,
                fieldName,
                shown,
                message,
                rule.hint(),
                rule.section());
    }

    /** Long values are cut, and never inside a character: half of one cannot be written as JSON. */
    private static String cut(String value) {
        if (value.length() <= VALUE_LENGTH_MAX) {
            return value;
        }
        boolean splitsPair = Character.isHighSurrogate(value.charAt(VALUE_LENGTH_MAX - 1));
        return value.substring(0, splitsPair ? VALUE_LENGTH_MAX - 1 : VALUE_LENGTH_MAX) + "\u2026";
    }

    /** The same finding in words that fit the value better. */
    public Finding saying(String betterMessage, String betterHint) {
        return new Finding(
                ruleId,
                severity,
                line,
                recordType,
                fieldNumber,
                fieldName,
                value,
                betterMessage,
                betterHint,
                specSection);
    }

    /** The same finding with another severity, where the rule itself is milder in some situation. */
    public Finding as(Severity other) {
        return new Finding(ruleId, other, line, recordType, fieldNumber, fieldName, value, message, hint, specSection);
    }
}
