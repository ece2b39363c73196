package gov.mt.opi.aim.statestore.rule.program;

import gov.mt.opi.aim.statestore.rule.LiveStateId;
import gov.mt.opi.aim.statestore.rule.LocalIdOnFile;
import gov.mt.opi.aim.statestore.rule.NamesOnFile;
import gov.mt.opi.aim.statestore.rule.Rules;
import java.util.List;

/** The rules of PP records. */
public final class ProgramRules {

    private ProgramRules() {}

    /** All of them, in the order in which their findings are told. */
    public static Rules all() {
        return new Rules(List.of(
                new LiveStateId(),
                new LocalIdOnFile(),
                new NamesOnFile(),
                new EntryDatesAfterBirth(),
                new WaitsWithItsEnrollment(),
                new EnrolledForItsYear(),
                new SpedOfServicesOnly()));
    }
}
