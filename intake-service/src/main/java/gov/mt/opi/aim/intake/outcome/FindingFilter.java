package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.Optional;

/**
 * Which findings somebody wants to see; what is empty does not narrow.
 *
 * @param severity severity of the finding
 * @param ruleId id of the rule
 * @param recordType record type of the line, as findings name it
 */
public record FindingFilter(Optional<Severity> severity, Optional<String> ruleId, Optional<String> recordType) {}
