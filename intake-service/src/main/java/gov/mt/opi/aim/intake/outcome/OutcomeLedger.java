package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.event.RecordOutcome;
import java.util.List;

/** Holds what became of every line of every submission. */
public interface OutcomeLedger {

    /**
     * Writes outcomes down, all together or not at all, with findings, counts and State IDs, and completes the submissions
     * that miss none any more. What is known already changes nothing.
     */
    Followed record(List<RecordOutcome> outcomes);
}
