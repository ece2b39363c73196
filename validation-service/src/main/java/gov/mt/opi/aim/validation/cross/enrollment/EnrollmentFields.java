package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What rules across enrollments speak about. */
final class EnrollmentFields {

    static final Field START_STATUS = RecordType.EN.layout().field("startStatus");
    static final Field END_STATUS = RecordType.EN.layout().field("endStatus");

    static final Comparator<Gist.Enrollment> BY_STUDENT = Comparator.comparingInt(Gist.Enrollment::stateId);

    private EnrollmentFields() {}

    /** Does something with the enrollments of every student who has several, by Start Date. */
    static void ofStudents(FileRecords records, Consumer<List<Gist.Enrollment>> with) {
        Runs.ofSeveral(records.enrollments(), BY_STUDENT, with);
    }

    /** A code of appendix A as it is written. */
    static String startStatus(Gist.Enrollment enrollment) {
        return "0" + enrollment.startStatus();
    }

    /** A code of appendix B as it is written. */
    static String endStatus(Gist.Enrollment enrollment) {
        return String.valueOf(enrollment.endStatus());
    }
}
