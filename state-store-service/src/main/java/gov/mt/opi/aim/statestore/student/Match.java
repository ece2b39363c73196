package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.List;

/** What the state thinks of a child. */
sealed interface Match {

    /**
     * The child is a student the state knows.
     *
     * @param student the student
     * @param how how the student was found
     * @param byRetiredId whether the given State ID is one that was merged into the student's
     */
    record Known(Student student, IdentityOutcome how, boolean byRetiredId) implements Match {
        Known(Student student, IdentityOutcome how) {
            this(student, how, false);
        }
    }

    /** Nobody resembles the child: it gets a State ID. */
    record Unknown() implements Match {}

    /** The child brings a State ID that the state takes over. */
    record Adopted(String stateId) implements Match {}

    /** Somebody resembles the child: a person decides. The candidates that it resembles most come first. */
    record Near(List<Likeness> candidates) implements Match {}

    /** The record contradicts what the state knows. */
    record Refused(String ruleId, String property, String value, Severity severity) implements Match {
        Refused(String ruleId, String property, String value) {
            this(ruleId, property, value, RuleCatalogue.get(ruleId).severity());
        }
    }
}
