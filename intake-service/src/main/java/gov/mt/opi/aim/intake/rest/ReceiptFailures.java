package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.ProblemMappers;
import gov.mt.opi.aim.intake.file.StorageFullException;
import gov.mt.opi.aim.intake.file.UploadCutException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What to answer when a file could not be received though nothing is wrong with it. */
public class ReceiptFailures {

    private final ProblemMappers problems;

    @Inject
    ReceiptFailures(ProblemMappers problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response storageFull(StorageFullException full) {
        return problems.problem(Problem.of(
                507,
                "insufficient-storage",
                "No room for the file",
                "We have no room for the file at the moment. Nothing of it was kept; send it again later."));
    }

    @ServerExceptionMapper
    public Response uploadCut(UploadCutException cut) {
        return problems.problem(Problem.badRequest(
                "upload-cut", "The file ended before it was complete. Nothing of it was kept; send it again."));
    }
}
