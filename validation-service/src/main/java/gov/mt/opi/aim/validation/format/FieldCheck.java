package gov.mt.opi.aim.validation.format;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.Severity;

/**
 * One check of one field's value.
 *
 * @param rule what is said when it does not hold
 * @param test what must hold of a value that is not blank
 * @param rejects whether the rule is an ERROR, which silences the rest of the field
 */
record FieldCheck(Rule rule, Test test, boolean rejects) {

    FieldCheck(Rule rule, Test test) {
        this(rule, test, rule.severity() == Severity.ERROR);
    }

    /** A statement about a value that is not blank. */
    @FunctionalInterface
    interface Test {
        boolean holds(String value);
    }
}
