package gov.mt.opi.aim.contracts.event;

import gov.mt.opi.aim.contracts.layout.RecordType;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of a submitted file waits, for a person or for another district. What the line says is not repeated here.
 *
 * @param contractVersion 1
 * @param submissionId the file the line belongs to
 * @param line line of the file, from 1
 * @param districtNumber legal entity of the file
 * @param recordType SD, EN, PP or AT
 * @param ruleId the rule that holds it
 * @param heldSince since when it waits, UTC
 */
public record RecordHeld(
        int contractVersion,
        UUID submissionId,
        int line,
        String districtNumber,
        RecordType recordType,
        String ruleId,
        Instant heldSince) {}
