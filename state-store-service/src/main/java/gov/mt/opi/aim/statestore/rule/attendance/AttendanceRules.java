package gov.mt.opi.aim.statestore.rule.attendance;

import gov.mt.opi.aim.statestore.rule.LiveStateId;
import gov.mt.opi.aim.statestore.rule.NamesOnFile;
import gov.mt.opi.aim.statestore.rule.Rules;
import java.util.List;

/** The rules of AT records. */
public final class AttendanceRules {

    private AttendanceRules() {}

    /** All of them, in the order in which their findings are told. */
    public static Rules all() {
        return new Rules(List.of(
                new LiveStateId(),
                new NamesOnFile(),
                new WaitsWithItsEnrollment(),
                new EnrolledOnCountDate(),
                new CountDateDefined(),
                new OneEnrollmentOnCountDate()));
    }
}
