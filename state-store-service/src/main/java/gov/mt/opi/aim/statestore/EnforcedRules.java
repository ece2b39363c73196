package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.record.RecordMerge;
import gov.mt.opi.aim.statestore.rule.RuleConfig;
import gov.mt.opi.aim.statestore.rule.attendance.AttendanceRules;
import gov.mt.opi.aim.statestore.rule.enrollment.EnrollmentRules;
import gov.mt.opi.aim.statestore.rule.program.ProgramRules;
import gov.mt.opi.aim.statestore.student.StudentMerge;
import java.util.Set;
import java.util.TreeSet;

/** Which rules of the catalogue are enforced here, as the places that enforce them say themselves. */
final class EnforcedRules {

    private EnforcedRules() {}

    /** Their ids. */
    static Set<String> ids(RuleConfig config) {
        Set<String> ids = new TreeSet<>(StudentMerge.ruleIds());
        ids.addAll(RecordMerge.ruleIds());
        ids.addAll(EnrollmentRules.all(config).ids());
        ids.addAll(ProgramRules.all().ids());
        ids.addAll(AttendanceRules.all().ids());
        return ids;
    }
}
