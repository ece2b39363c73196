package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.chassis.key.TimeOrderedKeys;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.file.FileName;
import gov.mt.opi.aim.intake.file.FileSurvey;
import gov.mt.opi.aim.intake.file.PartFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that has arrived, with everything known about it before its records are judged.
 *
 * @param id the id of its submission
 * @param districtNumber legal entity of the name, else of the sender
 * @param fileName the name of the file
 * @param offer what the sender wants
 * @param sha256 hash of the bytes, hexadecimal
 * @param sizeBytes size of the body
 * @param survey what its content tells
 * @param findings findings about the file: all FATAL, or none
 * @param receivedAt moment of receipt, UTC
 */
public record Arrival(
        UUID id,
        Optional<String> districtNumber,
        String fileName,
        Offer offer,
        String sha256,
        long sizeBytes,
        FileSurvey survey,
        List<Finding> findings,
        Instant receivedAt) {

    /** An arrival; where one finding says that the file cannot be taken, the milder ones do not matter yet. */
    static Arrival of(
            Offer offer, FileName name, PartFile part, FileSurvey survey, List<Finding> findings, Instant receivedAt) {
        List<Finding> fatal = findings.stream()
                .filter(finding -> finding.severity() == Severity.FATAL)
                .toList();
        return new Arrival(
                TimeOrderedKeys.next(),
                name.districtNumber().or(offer::onlyDistrict),
                name.text(),
                offer,
                part.sha256(),
                part.sizeBytes(),
                survey,
                fatal.isEmpty() ? findings : fatal,
                receivedAt);
    }

    /** True when the file cannot be taken. */
    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.FATAL);
    }
}
