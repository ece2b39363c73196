package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import java.util.List;

/** What the state thinks of a child. */
sealed interface Match {

    /** The child is a student the state knows. */
    record Known(Student student, IdentityOutcome how) implements Match {}

    /** Nobody resembles the child: it gets a State ID. */
    record Unknown() implements Match {}

    /** The child brings a State ID that the state takes over. */
    record Adopted(String stateId) implements Match {}

    /** Somebody resembles the child: a person decides. */
    record Near(List<Student> candidates) implements Match {}

    /** The record contradicts what the state knows. */
    record Refused(String ruleId, String property, String value) implements Match {}
}
