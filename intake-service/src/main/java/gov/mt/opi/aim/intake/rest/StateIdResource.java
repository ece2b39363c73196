package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.intake.outcome.StateIdLedger;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The State IDs that a submission brought. A student information system reads them back, so that values stay as they are. */
@Path("/api/v1/submissions/{id}/state-ids")
@Blocking
@Tag(name = "Findings")
public class StateIdResource {

    private final VisibleSubmissions visible;
    private final StateIdLedger stateIds;

    @Inject
    StateIdResource(VisibleSubmissions visible, StateIdLedger stateIds) {
        this.visible = visible;
        this.stateIds = stateIds;
    }

    @GET
    @Produces({Accepted.TSV, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "The State ID of each SD line",
            description = "Tab separated, by line: `districtNumber localId stateId outcome`; with"
                    + " `Accept: application/json` a list. Outcome is NEW, MATCHED, EXISTING, CONFIRMED, PENDING or"
                    + " REJECTED. A line that has no outcome yet is not there yet.")
    public Response stateIds(
            @PathParam("id") String id,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @Context HttpHeaders headers) {
        PageRequest request = PageRequest.of(page, size);
        UUID submission = visible.get(id).id();
        if (Accepted.best(headers, Accepted.TSV_TYPE, MediaType.APPLICATION_JSON_TYPE)
                .equals(MediaType.APPLICATION_JSON_TYPE)) {
            return Response.ok(stateIds.page(submission, request), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        StreamingOutput tsv = out -> {
            Table rows = Table.tsv(out);
            rows.row("districtNumber", "localId", "stateId", "outcome");
            stateIds.forEach(
                    submission,
                    line -> rows.row(line.districtNumber(), line.localId(), line.stateId(), line.outcome()));
            rows.flush();
        };
        return Response.ok(tsv, Accepted.TSV_TYPE).build();
    }
}
