package gov.mt.opi.aim.validation.condition.student;

import gov.mt.opi.aim.validation.condition.Condition;
import java.util.List;

/** The conditions of SD records. */
public final class StudentConditions {

    private StudentConditions() {}

    /** All of them, in the order in which they are asked. */
    public static List<Condition> all() {
        return List.of(
                new StateIdOrLocalId(),
                new NoSuffixInLastName(),
                new NoMiddleNameInFirstName(),
                new BornNotAfterHeader(),
                new BornSince1900(),
                new AgeOfAStudent());
    }
}
