package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** SD records put together by what they share. */
final class StudentOrder {

    static final Field STATE_ID = RecordType.SD.layout().field("stateId");
    static final Field LOCAL_ID = RecordType.SD.layout().field("localId");

    private StudentOrder() {}

    /** Does something with those that share a State ID. */
    static void byStateId(FileRecords records, Consumer<List<Gist.Student>> with) {
        Runs.ofSeveral(records.studentsByStateId(), FileRecords.BY_STATE_ID, with);
    }

    /** Does something with those that share a Local ID. */
    static void byLocalId(FileRecords records, Consumer<List<Gist.Student>> with) {
        Runs.ofSeveral(records.studentsByLocalId(), FileRecords.BY_LOCAL_ID, with);
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
