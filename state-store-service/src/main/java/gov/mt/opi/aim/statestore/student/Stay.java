package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a student was enrolled, as far as identity asks.
 *
 * @param record key of the enrollment
 * @param districtNumber the district
 * @param schoolNumber the school
 * @param localId the local ID that the enrollment named, in normal form; empty when it named none
 * @param end last day; {@link LocalDate#MAX} while it is open
 */
public record Stay(UUID record, String districtNumber, String schoolNumber, String localId, LocalDate end) {

    /** A stay with the local ID as the district wrote it; empty when blank. */
    public static Stay of(UUID record, String districtNumber, String schoolNumber, String localId, LocalDate end) {
        return new Stay(
                record, districtNumber, schoolNumber, localId.isEmpty() ? "" : NormalForm.localId(localId), end);
    }
}
