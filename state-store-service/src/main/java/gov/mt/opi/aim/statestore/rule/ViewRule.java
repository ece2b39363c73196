package gov.mt.opi.aim.statestore.rule;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.record.Line;

/** A statement about a line against what the state knows. Severity and texts come from the catalogue. */
public abstract class ViewRule {

    private final Rule rule;
    private final Severity severity;
    private final String property;

    /**
     * A rule with the severity of the catalogue.
     *
     * @param ruleId its id in the catalogue
     * @param property the field that a finding is about
     */
    protected ViewRule(String ruleId, String property) {
        this(ruleId, property, RuleCatalogue.get(ruleId).severity());
    }

    /** A rule whose severity the state has set otherwise. */
    protected ViewRule(String ruleId, String property, Severity severity) {
        this.rule = RuleCatalogue.get(ruleId);
        this.severity = severity;
        this.property = property;
    }

    /** The statement. */
    protected abstract boolean holds(Line line);

    /** What a finding shows; the text of the field where a rule has nothing better. */
    protected String value(Line line) {
        return line.text(property(line));
    }

    /** The field that a finding is about. */
    protected String property(Line line) {
        return property;
    }

    final String ruleId() {
        return rule.id();
    }

    /** True when a line that violates the rule does not get into the view. */
    final boolean refuses() {
        return severity == Severity.ERROR || severity == Severity.HELD;
    }

    final Finding finding(Line line) {
        Finding finding = Decision.finding(rule.id(), line.record(), property(line), value(line));
        return severity == rule.severity() ? finding : finding.as(severity);
    }
}
