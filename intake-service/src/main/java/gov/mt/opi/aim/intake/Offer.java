package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.file.FileName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What somebody wants done with a file.
 *
 * @param fileName the name of the file as given
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs of SD records are taken over
 * @param again whether the file is processed even though the same bytes were sent before
 * @param expectedRecords data lines that the sender says the file has; empty when it does not say
 * @param sender name of the caller
 * @param onlyDistrict the only district that the caller may submit for; empty for any
 * @param replayOf the submission whose kept file this is; empty for a file that was sent
 */
public record Offer(
        String fileName,
        Mode mode,
        boolean adoptStateIds,
        boolean again,
        OptionalInt expectedRecords,
        String sender,
        Optional<String> onlyDistrict,
        Optional<UUID> replayOf) {

    /** A re-run of a kept file under today's rules: everything is checked, nothing is applied. */
    static Offer replay(Submission original, String sender) {
        return new Offer(
                original.fileName(),
                Mode.VALIDATE,
                original.adoptStateIds(),
                true,
                OptionalInt.empty(),
                sender,
                Optional.empty(),
                Optional.of(original.id()));
    }

    /** Whether the caller may bring a file of this name (FILE-008); a name that tells no district is refused later. */
    boolean mayBring(FileName name) {
        return onlyDistrict.isEmpty()
                || name.districtNumber().isEmpty()
                || name.districtNumber().equals(onlyDistrict);
    }
}
