package gov.mt.opi.aim.intake.outcome;

import java.util.List;

/**
 * One value that broke a rule, on however many lines: an unknown school is one cause of 900 findings.
 *
 * @param value the value as findings show it; for lines blocked by another line (XF-012), what blocks them
 * @param count findings
 * @param firstLines the first lines with one, at most {@link RuleCount#FIRST_LINES}
 */
public record Cause(String value, long count, List<Integer> firstLines) {}
