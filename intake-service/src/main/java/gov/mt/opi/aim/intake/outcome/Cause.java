package gov.mt.opi.aim.intake.outcome;

import java.util.List;

/**
 * One value that broke a rule, on however many lines: an unknown school is one cause of 900 findings.
 *
 * @param value the value as findings show it; empty where a finding is about no value, then each message is a cause
 * @param message what is wrong with it, in the words of one of its findings: for a line that is blocked (XF-012), by what
 * @param count findings
 * @param firstLines the first lines with one, at most {@link RuleCount#FIRST_LINES}
 */
public record Cause(String value, String message, long count, List<Integer> firstLines) {}
