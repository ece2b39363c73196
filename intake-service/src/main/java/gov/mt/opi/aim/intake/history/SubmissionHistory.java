package gov.mt.opi.aim.intake.history;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import java.util.UUID;

/** Holds what happened to every submission. */
public interface SubmissionHistory {

    /** What happened to a submission, oldest first. */
    Page<HistoryEntry> page(UUID submissionId, PageRequest page);
}
