package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import java.io.IOException;
import java.util.UUID;

/** Holds the student of each SD line. */
public interface StateIdLedger {

    /** SD lines that have an outcome, by line. */
    Page<StateIdLine> page(UUID submissionId, PageRequest page);

    /** Every SD line that has an outcome, by line. */
    void forEach(UUID submissionId, Sink<StateIdLine> sink) throws IOException;
}
