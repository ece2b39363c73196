package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import java.util.List;

/** The rules across records of any type, by the step in which they speak. */
public final class FileRules {

    private FileRules() {}

    /** What a rejected student takes along. */
    public static List<CrossRule> dependence() {
        return List.of(new BlockedByStudent());
    }

    /** One key, several contents. */
    public static List<CrossRule> contradictions() {
        return List.of(
                new SameKeyOtherContent<>("XF-002", FileRecords::enrollments, FileRecords.ENROLLMENT_KEY),
                new SameKeyOtherContent<>("XF-003", FileRecords::participations, FileRecords.PARTICIPATION_KEY),
                new SameKeyOtherContent<>("XF-004", FileRecords::attendances, FileRecords.ATTENDANCE_KEY));
    }

    /** What rejects nothing. */
    public static List<CrossRule> warnings() {
        return List.of(new OneYearOfACalendar(), new ProgramsOfEnrollments(), new RepeatedLines(), new OrderOfTypes());
    }
}
