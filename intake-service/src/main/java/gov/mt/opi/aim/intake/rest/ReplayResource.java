package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.intake.Intake;
import gov.mt.opi.aim.intake.Submission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A kept file, run again. */
@Path("/api/v1/submissions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Submissions")
public class ReplayResource {

    private final VisibleSubmissions visible;
    private final Intake intake;
    private final ReceiptAnswer answer;
    private final Caller caller;

    @Inject
    ReplayResource(VisibleSubmissions visible, Intake intake, ReceiptAnswer answer, Caller caller) {
        this.visible = visible;
        this.intake = intake;
        this.answer = answer;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @Operation(
            summary = "Run the kept file again under today's rules",
            description =
                    "A new submission in mode validate whose `replayOf` names this one: everything is checked, nothing"
                            + " is stored in the view.")
    @APIResponse(responseCode = "202", description = "The new submission")
    @APIResponse(responseCode = "409", description = "The file was not kept, because it was refused")
    @APIResponse(responseCode = "422", description = "The file cannot be taken under today's rules")
    public Response replay(@PathParam("id") String id) throws IOException {
        Submission original = visible.get(id);
        try {
            return answer.of(intake.replay(original, caller.name()));
        } catch (NoSuchFileException gone) {
            throw Problem.of(
                    409,
                    "file-not-kept",
                    "There is no file to run again",
                    "The file of this submission was not kept, so that it cannot be run again. Send it again instead.");
        }
    }
}
