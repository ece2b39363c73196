package gov.mt.opi.aim.contracts.event;

import java.util.UUID;

/**
 * Where a fact of the statewide view comes from.
 *
 * @param submissionId the file
 * @param line line of the file, from 1
 */
public record Source(UUID submissionId, int line) {}
