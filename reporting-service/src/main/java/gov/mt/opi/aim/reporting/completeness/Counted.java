package gov.mt.opi.aim.reporting.completeness;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the queries found.
 *
 * @param members members of the district
 * @param places by rule, in how many places it does not hold
 * @param asOf when the read model had last changed
 */
public record Counted(long members, Map<QueryRule, Long> places, Optional<Instant> asOf) {}
