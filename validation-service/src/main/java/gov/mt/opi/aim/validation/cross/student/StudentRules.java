package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.validation.cross.CrossRule;
import java.util.List;

/** The rules across SD records, by the step in which they speak. */
public final class StudentRules {

    private StudentRules() {}

    /** Where two State IDs stand for one Local ID, that they are different students is no news. */
    public static List<CrossRule> oneStateIdForALocalId() {
        return List.of(new OneStateIdForALocalId());
    }

    public static List<CrossRule> oneStudentForALocalId() {
        return List.of(new OneStudentForALocalId());
    }

    /** What rejects nothing. */
    public static List<CrossRule> warnings() {
        return List.of(new NameHistory(), new OneLocalIdForAStateId(), new LookAlikes());
    }
}
