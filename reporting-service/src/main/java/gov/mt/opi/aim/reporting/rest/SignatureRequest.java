package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.reporting.certification.Certification;

/**
 * The body that certifies, or withdraws a certification.
 *
 * @param signedBy who signs, as that person writes the name
 * @param reason why it is withdrawn; not for certifying
 */
public record SignatureRequest(String signedBy, String reason) {

    /**
     * A text that must be there.
     *
     * @throws Problem 400 when it is not, or too long
     */
    static String text(String name, String value) {
        String text =
                QueryParameters.text(value).orElseThrow(() -> Problem.badRequest("bad-body", name + " is needed."));
        if (text.length() > Certification.TEXT_LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(
                    "bad-body",
                    name + " must have at most " + Certification.TEXT_LENGTH_MAX
                            + " characters, and no control characters.");
        }
        return text;
    }
}
