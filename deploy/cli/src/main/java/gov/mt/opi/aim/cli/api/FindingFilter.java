package gov.mt.opi.aim.cli.api;

import java.util.Optional;

/** Which findings are wanted: of a severity, of a rule, of a record type; absent means all. */
public record FindingFilter(Optional<String> severity, Optional<String> ruleId, Optional<String> recordType) {}
