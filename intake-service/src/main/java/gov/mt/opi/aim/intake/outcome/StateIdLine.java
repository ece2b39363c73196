package gov.mt.opi.aim.intake.outcome;

/**
 * The student of an SD line.
 *
 * @param line line of the file, from 1
 * @param districtNumber district of the submission
 * @param localId local ID as submitted, empty when blank
 * @param stateId State ID, empty while there is none
 * @param outcome NEW, MATCHED, EXISTING, CONFIRMED, PENDING or REJECTED
 */
public record StateIdLine(int line, String districtNumber, String localId, String stateId, String outcome) {}
