package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.util.UUID;

/** Holds the findings of every submission, one by one. */
public interface FindingLedger {

    /** Findings by line; those about the file as a whole come first. */
    FindingPage page(UUID submissionId, FindingFilter filter, PageRequest page);

    /** Every finding by line, however many there are. */
    void forEach(UUID submissionId, FindingFilter filter, Sink<Finding> sink) throws IOException;
}
