package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The submissions that the caller may see. A foreign one is as unknown as one that never was. */
@RequestScoped
class VisibleSubmissions {

    private final Caller caller;
    private final SubmissionLedger submissions;

    @Inject
    VisibleSubmissions(Caller caller, SubmissionLedger submissions) {
        this.caller = caller;
        this.submissions = submissions;
    }

    /**
     * The submission of a path.
     *
     * @throws Problem 404 when there is none, or none that the caller may see
     */
    Submission get(String id) {
        return submissions
                .find(QueryParameters.id("submission", id))
                .filter(submission ->
                        submission.districtNumber().map(caller::maySee).orElseGet(caller::isOpi))
                .orElseThrow(() -> Problem.notFound("There is no submission " + id + "."));
    }
}
