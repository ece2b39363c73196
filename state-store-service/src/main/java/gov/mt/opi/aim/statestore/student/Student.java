package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A student that the state knows.
 *
 * @param key opaque key, the same for ever
 * @param stateId nine digits, or fewer when taken over from elsewhere
 * @param districtNumber the district that sent the student last
 * @param current who the student is now
 * @param names every identity the student ever had, the current one included
 * @param localIds the local IDs by which districts know the student
 * @param source where the current identity comes from
 * @param version grows with every change
 */
public record Student(
        UUID key,
        String stateId,
        String districtNumber,
        Demographics current,
        List<Demographics> names,
        Set<LocalId> localIds,
        SourceVersion source,
        long version) {

    /** True when the district knows the student by another local ID than this one. */
    boolean hasOtherLocalId(LocalId localId) {
        return localIds.stream()
                .anyMatch(known -> known.districtNumber().equals(localId.districtNumber()) && !known.equals(localId));
    }
}
