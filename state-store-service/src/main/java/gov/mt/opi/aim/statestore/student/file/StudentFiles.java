package gov.mt.opi.aim.statestore.student.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The students' files of the statewide view, for reading. */
public interface StudentFiles {

    /**
     * Which students a caller looks for; what is empty does not narrow.
     *
     * @param districtNumber students of this district: it knows them by a local ID or enrolled them
     * @param localId the local ID by which a district knows the student, leading zeros or not
     * @param lastName last name, current or former, however written
     * @param birthDate date of birth
     */
    record Search(
            Optional<String> districtNumber,
            Optional<String> localId,
            Optional<String> lastName,
            Optional<LocalDate> birthDate) {}

    /**
     * The file of a student, when there is one and, where a district asks, the student is one of its own. A retired State ID
     * leads to the survivor.
     */
    Optional<StudentFile> find(String stateId, Optional<String> onlyDistrict);

    /** Students in order of their State IDs. */
    List<StudentFile.Entry> search(Search search, long offset, int limit);

    long count(Search search);
}
