package gov.mt.opi.aim.contracts.rule;

/**
 * A statement that must hold.
 *
 * @param id stable id, for example {@code EN-131}: record type EN, field 13, rule 1
 * @param severity what a violation means
 * @param service the service that enforces it: intake, validation, state-store or reporting
 * @param stage 1 while a file is processed, 2 with certification and review
 * @param field the field or fields it looks at, in words
 * @param section section of the file specification
 * @param check the statement itself
 * @param message text of a finding; {@code {field}}, {@code {value}} and {@code {detail}} are filled in
 * @param hint how to mend a violation
 * @param good an example that satisfies the rule
 * @param bad an example that violates it
 */
public record Rule(
        String id,
        Severity severity,
        String service,
        int stage,
        String field,
        String section,
        String check,
        String message,
        String hint,
        String good,
        String bad) {}
