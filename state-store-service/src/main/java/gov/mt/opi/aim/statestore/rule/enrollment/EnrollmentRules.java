package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.rule.GradeAges;
import gov.mt.opi.aim.statestore.rule.LiveStateId;
import gov.mt.opi.aim.statestore.rule.LocalIdOnFile;
import gov.mt.opi.aim.statestore.rule.RuleConfig;
import gov.mt.opi.aim.statestore.rule.Rules;
import java.util.List;

/** The rules of EN records. */
public final class EnrollmentRules {

    private EnrollmentRules() {}

    /** All of them, in the order in which their findings are told. */
    public static Rules all(RuleConfig config) {
        return new Rules(List.of(
                new LiveStateId(),
                new LocalIdOnFile(),
                new SentByTheDistrict(),
                new PlausibleAge(new GradeAges(config.gradeAges())),
                new StartAfterBirth(),
                new OnePrimaryInTheDistrict(),
                new OnePrimaryInTheState(config.otherDistrictOverlap()),
                new PrimaryStartsInOneDistrict(config.otherDistrictOverlap()),
                new OneStayAtASchool(),
                new SecondaryBesidePrimary(),
                new ServicesOnlyWithSped(),
                new StartStatusFitsThePast(config.historyFrom()),
                new EndStatusFitsTheFuture(config.transferDays()),
                new NoStartAfterDeath(),
                new NoStartAfterGraduation()));
    }
}
