package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.RecordMerge;
import gov.mt.opi.aim.statestore.rule.RuleConfig;
import gov.mt.opi.aim.statestore.rule.attendance.AttendanceRules;
import gov.mt.opi.aim.statestore.rule.enrollment.EnrollmentRules;
import gov.mt.opi.aim.statestore.rule.program.ProgramRules;
import gov.mt.opi.aim.statestore.student.StudentMerge;
import java.util.List;

/** How each type of record gets into the view, in the order in which a file is applied. */
final class Merges {

    private Merges() {}

    static List<StateStore.Merge> all(RuleConfig config) {
        return List.of(
                new StudentMerge(),
                new RecordMerge(RecordKind.ENROLLMENT, EnrollmentRules.all(config)),
                new RecordMerge(RecordKind.PROGRAM_PARTICIPATION, ProgramRules.all()),
                new RecordMerge(RecordKind.TEST_WINDOW_ATTENDANCE, AttendanceRules.all()));
    }
}
