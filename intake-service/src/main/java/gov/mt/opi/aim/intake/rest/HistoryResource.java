package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.intake.history.HistoryEntry;
import gov.mt.opi.aim.intake.history.SubmissionHistory;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a submission. */
@Path("/api/v1/submissions/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Submissions")
public class HistoryResource {

    private final VisibleSubmissions visible;
    private final SubmissionHistory history;

    @Inject
    HistoryResource(VisibleSubmissions visible, SubmissionHistory history) {
        this.visible = visible;
        this.history = history;
    }

    @GET
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "Who did what with the file, when; oldest first",
            description =
                    "RECEIVED, REFUSED, DUPLICATE (the same bytes came again and this submission answered), AGAIN and"
                            + " REPLAYED (the same bytes became `otherSubmissionId`), PUBLISHED (all lines are on their way),"
                            + " FAILED (we failed, and try again), COMPLETED. `who` is the caller, or AIM.")
    public Page<HistoryEntry> history(
            @PathParam("id") String id, @QueryParam("page") String page, @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        return history.page(visible.get(id).id(), request);
    }
}
