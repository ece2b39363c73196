package gov.mt.opi.aim.reporting.completeness;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;

/**
 * A rule of completeness, held against a district.
 *
 * @param ruleId the rule
 * @param severity BLOCKS_CERTIFICATION or WARNING
 * @param applies whether the rule is for this kind of collection
 * @param passes whether the district may leave it as it is
 * @param count in how many places it does not hold
 * @param message what is so, in words; empty when all is well
 * @param hint what to do about it; empty when all is well
 */
public record Check(
        String ruleId, Severity severity, boolean applies, boolean passes, long count, String message, String hint) {

    static Check of(String ruleId, long count, String value, boolean passes) {
        Rule rule = RuleCatalogue.get(ruleId);
        boolean silent = count == 0;
        return new Check(
                ruleId,
                rule.severity(),
                true,
                passes,
                count,
                silent ? "" : rule.message().replace("{value}", value),
                silent ? "" : rule.hint());
    }

    static Check notForThisKind(String ruleId) {
        return new Check(ruleId, RuleCatalogue.get(ruleId).severity(), false, true, 0, "", "");
    }

    /** True when the district cannot certify as long as this is so. */
    public boolean blocks() {
        return !passes && severity == Severity.BLOCKS_CERTIFICATION;
    }
}
