package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** SD records put together by what they share. */
final class StudentOrder {

    static final Field STATE_ID = RecordType.SD.layout().field("stateId");
    static final Field LOCAL_ID = RecordType.SD.layout().field("localId");

    private StudentOrder() {}

    /** Does something with those that share a State ID. */
    static void byStateId(FileRecords records, Consumer<List<Gist.Student>> with) {
        by(records, Gist.Student::hasStateId, Comparator.comparingInt(Gist.Student::stateId), with);
    }

    /** Does something with those that share a Local ID. */
    static void byLocalId(FileRecords records, Consumer<List<Gist.Student>> with) {
        by(records, student -> !student.localId().isEmpty(), Comparator.comparing(Gist.Student::localId), with);
    }

    /** Does something with those of some students that share what is compared, in the order of their lines. */
    static void by(
            FileRecords records,
            Predicate<Gist.Student> which,
            Comparator<Gist.Student> by,
            Consumer<List<Gist.Student>> with) {
        List<Gist.Student> sorted = new ArrayList<>(records.students());
        sorted.removeIf(which.negate());
        // Sorting is stable: equal ones stay in the order of the file.
        sorted.sort(by);
        Runs.ofSeveral(sorted, by, with);
    }

    /** True when they do not all have the same of something. */
    static <T> boolean differ(List<Gist.Student> students, Function<Gist.Student, T> in) {
        T first = in.apply(students.get(0));
        for (Gist.Student student : students) {
            if (!in.apply(student).equals(first)) {
                return true;
            }
        }
        return false;
    }
}
