package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.Set;

/**
 * Which findings somebody wants to see; what is empty does not narrow.
 *
 * @param severities severities of the findings
 * @param ruleIds ids of the rules
 * @param recordTypes record types of the lines, as findings name them
 */
public record FindingFilter(Set<Severity> severities, Set<String> ruleIds, Set<String> recordTypes) {

    /** Every finding. */
    public static final FindingFilter ALL = new FindingFilter(Set.of(), Set.of(), Set.of());
}
