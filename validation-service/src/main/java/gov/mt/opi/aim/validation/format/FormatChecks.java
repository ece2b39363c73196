package gov.mt.opi.aim.validation.format;

import gov.mt.opi.aim.contracts.layout.CodeList;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.layout.Required;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives the checks of a field from its format, in the order in which they speak. The last digit of a rule's id is what
 * the rule is about: 1 required, 2 length, 3 format, 4 code or content, 5 more. A field has a check when the catalogue has
 * the rule.
 */
final class FormatChecks {

    private static final int REQUIRED = 1;
    private static final int LENGTH = 2;
    private static final int FORMAT = 3;
    private static final int CONTENT = 4;
    private static final int MORE = 5;

    private final RecordType type;
    private final Field field;
    private final List<FieldCheck> checks = new ArrayList<>();

    private FormatChecks(RecordType type, Field field) {
        this.type = type;
        this.field = field;
    }

    /** The checks of a value that is not blank. */
    static List<FieldCheck> of(RecordType type, Field field) {
        return new FormatChecks(type, field).derive();
    }

    /** What is said of a blank value. Where the specification prints an asterisk, a condition decides instead. */
    static Optional<Rule> whenBlank(RecordType type, Field field) {
        return switch (field.format()) {
            case RECORD_TYPE, FILLER -> Optional.empty();
            default ->
                rule(type, field, REQUIRED)
                        .filter(rule -> field.required() != Required.CONDITIONAL || rule.severity() == Severity.INFO);
        };
    }

    private List<FieldCheck> derive() {
        switch (field.format()) {
            case RECORD_TYPE -> {
                // The line was read by its type, so it is right.
            }
            case FILLER -> check(REQUIRED, String::isEmpty);
            case ENTITY_NUMBER -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::isDigits);
                check(CONTENT, Texts::hasNoLeadingZero);
            }
            case CALENDAR_NUMBER -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::isNumberOverZero);
            }
            case YEAR -> check(LENGTH, value -> value.length() == field.length() && Texts.isDigits(value));
            case STATE_ID -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::isStateId);
                check(CONTENT, value -> value.length() == field.length());
            }
            case LOCAL_ID -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::hasNoPaddedZero);
                check(CONTENT, Texts::isPlainId);
                check(MORE, value -> !Texts.isPlaceholderId(value));
            }
            case NAME -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::isName);
                check(
                        CONTENT,
                        field.property().equals("middleName")
                                ? value -> !Texts.isPlaceholderMiddleName(value)
                                : value -> !Texts.isPlaceholderName(value));
            }
            case CODE -> {
                check(LENGTH, this::fits);
                check(CONTENT, this::isCode);
            }
            case PADDED_CODE -> {
                check(LENGTH, Texts::isPadded);
                check(CONTENT, this::isCode);
            }
            case END_STATUS -> {
                // The asterisk first: `300*` has four characters because of it.
                check(FORMAT, value -> value.indexOf('*') < 0);
                check(LENGTH, value -> value.length() == field.length() && Texts.isDigits(value));
                check(CONTENT, this::isCode);
            }
            case SUFFIX -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::hasNoPunctuation);
                check(CONTENT, this::isCode);
            }
            case DATE -> {
                check(FORMAT, Texts::isWrittenAsDate);
                check(CONTENT, Texts::isRealDate);
            }
            case PORTION -> {
                check(LENGTH, this::fits);
                check(FORMAT, Texts::isDecimal);
                check(CONTENT, Texts::isPortion);
            }
        }
        return checks;
    }

    private void check(int digit, FieldCheck.Test test) {
        // An INFO rule of that digit is about a default (PP-272) and no check.
        rule(type, field, digit)
                .filter(rule -> rule.severity() != Severity.INFO)
                .ifPresent(rule -> checks.add(new FieldCheck(rule, test)));
    }

    private boolean fits(String value) {
        return value.length() <= field.length();
    }

    private boolean isCode(String value) {
        return codes().contains(value);
    }

    private CodeList codes() {
        return field.codes().orElseThrow(() -> new IllegalStateException(type + " " + field.name() + " has no codes"));
    }

    private static Optional<Rule> rule(RecordType type, Field field, int digit) {
        return RuleCatalogue.find("%s-%02d%d".formatted(type, field.number(), digit));
    }
}
