package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.student.Student;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The view as a person's decisions need it, inside one transaction. */
public interface StewardView extends StatewideView {

    /** The steward's questions. */
    Cases cases();

    /** What is moved when two students turn out to be one. */
    Joins joins();

    /** Students by their keys; retired ones are left out. */
    List<Student> studentsByKey(Set<UUID> keys);

    /** Students in the order of their keys, from behind a key; for going through all of them. */
    List<Student> studentsAfter(Optional<UUID> key, int count);

    /** Changes what became of lines that were decided before. */
    void decideOtherwise(List<Decision> decisions);
}
