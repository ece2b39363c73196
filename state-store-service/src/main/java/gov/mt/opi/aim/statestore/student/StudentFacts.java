package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What other records are checked against of a student.
 *
 * @param key opaque key of the student
 * @param birthDate current date of birth
 * @param names every name the student ever had, in normal form
 * @param localIds the local IDs by which districts know the student
 * @param senders districts that sent the student without a local ID
 */
public record StudentFacts(UUID key, LocalDate birthDate, Set<Name> names, Set<LocalId> localIds, Set<String> senders) {

    /**
     * Last and first name in normal form.
     *
     * @param last last name without suffix
     * @param first first name
     */
    public record Name(String last, String first) {}

    static StudentFacts of(Student student) {
        Set<Name> names = new HashSet<>();
        student.names().forEach(known -> names.add(new Name(known.normalLast(), known.normalFirst())));
        return new StudentFacts(
                student.key(), student.current().birthDate(), names, student.localIds(), student.senders());
    }

    /** True when the district has sent demographics of the student. */
    public boolean wasSentBy(String districtNumber) {
        return senders.contains(districtNumber) || hasLocalIdOf(districtNumber);
    }

    /** True when the district knows the student by a local ID. */
    public boolean hasLocalIdOf(String districtNumber) {
        for (LocalId localId : localIds) {
            if (localId.districtNumber().equals(districtNumber)) {
                return true;
            }
        }
        return false;
    }

    /** True when the district knows the student by this local ID, however it is padded. */
    public boolean hasLocalId(String districtNumber, String written) {
        return localIds.contains(LocalId.of(districtNumber, written));
    }

    /** True when the student has or had this last name. */
    public boolean hasLastName(String written) {
        String last = NormalForm.lastName(written);
        return names.stream().anyMatch(name -> name.last().equals(last));
    }

    /** True when the student has or had this first name. */
    public boolean hasFirstName(String written) {
        String first = NormalForm.name(written);
        return names.stream().anyMatch(name -> name.first().equals(first));
    }
}
