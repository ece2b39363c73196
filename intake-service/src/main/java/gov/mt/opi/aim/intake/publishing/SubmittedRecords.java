package gov.mt.opi.aim.intake.publishing;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.util.List;

/** Where the lines of files go, in order. */
public interface SubmittedRecords {

    /** Sends lines and returns when the broker has them all, however long it is away. */
    void publish(List<RecordSubmitted> lines);
}
