package gov.mt.opi.aim.validation.condition.program;

import gov.mt.opi.aim.validation.condition.Condition;
import java.util.List;

/** The conditions of PP records. */
public final class ProgramConditions {

    private ProgramConditions() {}

    /** All of them, in the order in which they are asked. */
    public static List<Condition> all() {
        return List.of(
                new NotSpedAnd504(),
                new TitleITypeWithParticipation(),
                new TitleIParticipationWithType(),
                new TitleIParticipationWithServices(),
                new McKinneyVentoOfHomeless(),
                new McKinneyVentoByDefault(),
                new McKinneyVentoOnlyOfHomeless(),
                new ResidenceOfHomeless(),
                new ResidenceOnlyOfHomeless(),
                new UnaccompaniedOfHomeless(),
                new UnaccompaniedByDefault(),
                new UnaccompaniedOnlyOfHomeless(),
                new LanguageOfLep(),
                new LepDateNotAfterHeader(),
                new LepDateWithStatus(),
                new LepStatusWithDate(),
                new TitleIIIForLepOrImmigrant(),
                new EntryDateOfImmigrant(),
                new EntryDateOnlyOfImmigrant(),
                new EntryDateNotAfterHeader(),
                new EntryWithinThreeYears(),
                new YearOfTheCollection());
    }
}
