package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;

/** Where verdicts go, in the order in which they are to arrive. */
public interface Verdicts {

    /** A line was rejected. */
    void rejected(RecordOutcome outcome);

    /** A line passed. */
    void accepted(RecordAccepted record);

    /** All verdicts of a file were given; returns when they are safe. */
    void complete();
}
