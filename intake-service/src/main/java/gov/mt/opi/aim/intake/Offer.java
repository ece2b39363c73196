package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.file.FileName;
import java.util.Optional;

/**
 * What somebody wants done with a file.
 *
 * @param fileName the name of the file as given
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs of SD records are taken over
 * @param again whether the file is processed even though the same bytes were sent before
 * @param sender name of the caller
 * @param onlyDistrict the only district that the caller may submit for; empty for any
 */
public record Offer(
        String fileName,
        Mode mode,
        boolean adoptStateIds,
        boolean again,
        String sender,
        Optional<String> onlyDistrict) {

    /** Whether the caller may bring a file of this name (FILE-008); a name that tells no district is refused later. */
    boolean mayBring(FileName name) {
        return onlyDistrict.isEmpty()
                || name.districtNumber().isEmpty()
                || name.districtNumber().equals(onlyDistrict);
    }
}
