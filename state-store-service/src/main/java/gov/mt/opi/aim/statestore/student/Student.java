package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.HashSet;
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
 * @param senders districts that sent the student without a local ID
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
        Set<String> senders,
        SourceVersion source,
        long version) {

    /** True when the district knows the student by another local ID than this one. */
    boolean hasOtherLocalId(LocalId localId) {
        return localIds.stream()
                .anyMatch(known -> known.districtNumber().equals(localId.districtNumber()) && !known.equals(localId));
    }

    /** False when the history lacks who the student is now: the line that told it first was another student's. */
    public boolean isInItsHistory() {
        return names.stream().anyMatch(current::sameIdentity);
    }

    /** The same student, sent by one more district without a local ID. */
    Student sentAlsoBy(String district) {
        Set<String> more = new HashSet<>(senders);
        more.add(district);
        return new Student(key, stateId, districtNumber, current, names, localIds, Set.copyOf(more), source, version);
    }
}
