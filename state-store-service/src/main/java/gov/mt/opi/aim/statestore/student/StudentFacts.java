package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What other records are checked against of a student.
 *
 * @param key opaque key of the student
 * @param stateId the student's State ID, also when a retired one was asked for
 * @param birthDate current date of birth
 * @param names names of the student as written, the current one among them
 * @param localIds the local IDs by which districts know the student
 * @param senders districts that sent the student, where that shows otherwise than by a local ID
 */
public record StudentFacts(
        UUID key, String stateId, LocalDate birthDate, Set<Name> names, Set<LocalId> localIds, Set<String> senders) {

    /**
     * Last and first name as written.
     *
     * @param last last name
     * @param first first name
     */
    public record Name(String last, String first) {}

    static StudentFacts of(Student student) {
        Set<Name> names = new HashSet<>();
        student.names().forEach(known -> names.add(new Name(known.lastName(), known.firstName())));
        return new StudentFacts(
                student.key(),
                student.stateId(),
                student.current().birthDate(),
                names,
                student.localIds(),
                student.senders());
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

    /** True when the student has or had this last name, however it is written. */
    public boolean hasLastName(String written) {
        for (Name name : names) {
            if (name.last().equals(written)) {
                return true;
            }
        }
        String last = NormalForm.lastName(written);
        return names.stream().anyMatch(name -> NormalForm.lastName(name.last()).equals(last));
    }

    /** True when the student has or had this first name, however it is written. */
    public boolean hasFirstName(String written) {
        for (Name name : names) {
            if (name.first().equals(written)) {
                return true;
            }
        }
        String first = NormalForm.name(written);
        return names.stream().anyMatch(name -> NormalForm.name(name.first()).equals(first));
    }

    /**
     * True when these facts alone say that names, local ID and district of a record fit. If they do not, the past of the
     * student may.
     */
    public boolean explain(RecordAccepted record) {
        String last = record.text("lastName");
        String first = record.text("firstName");
        String localId = record.text("localId");
        return (last == null || hasLastName(last))
                && (first == null || hasFirstName(first))
                && wasSentBy(record.districtNumber())
                && (localId == null || hasLocalId(record.districtNumber(), localId));
    }
}
