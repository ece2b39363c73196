package gov.mt.opi.aim.validation.condition.enrollment;

import gov.mt.opi.aim.validation.condition.Condition;
import java.util.List;

/** The conditions of EN records. */
public final class EnrollmentConditions {

    private EnrollmentConditions() {}

    /** All of them, in the order in which they are asked. A warning about a date comes before the error
     * that would silence it. */
    public static List<Condition> all() {
        return List.of(
                new YearOfTheCollection(),
                new YearOfTheHeader(),
                new StartNotAfterHeader(),
                new StartInItsYear(),
                new EndNotBeforeStart(),
                new EndDateWithStatus(),
                new EndNotAfterHeader(),
                new EndInItsYear(),
                new EndStatusWithDate(),
                new DropoutInUpperGrades(),
                new CompletionInHighSchool(),
                new DropoutReasonForDropouts(),
                new DropoutReasonOnlyForDropouts());
    }
}
