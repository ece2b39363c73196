package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.outcome.FindingFilter;
import gov.mt.opi.aim.intake.outcome.FindingLedger;
import gov.mt.opi.aim.intake.outcome.RuleCount;
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

/** What is wrong with a submission, and the State IDs that it brought. */
@Path("/api/v1/submissions/{id}")
@Blocking
@Tag(name = "Findings", description = "What became of the lines of a submission")
public class FindingResource {

    private static final String CSV = "text/csv";
    private static final String TSV = "text/tab-separated-values";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv", "UTF-8");
    private static final MediaType TSV_TYPE = new MediaType("text", "tab-separated-values", "UTF-8");

    private final VisibleSubmissions visible;
    private final FindingLedger findings;

    @Inject
    FindingResource(VisibleSubmissions visible, FindingLedger findings) {
        this.visible = visible;
        this.findings = findings;
    }

    @GET
    @Path("/findings")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "Findings by line", description = "A page as JSON, or with Accept: text/csv all of them.")
    public Response findings(
            @PathParam("id") String id,
            @QueryParam("severity") String severity,
            @QueryParam("ruleId") String ruleId,
            @QueryParam("recordType") String recordType,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @Context HttpHeaders headers) {
        FindingFilter filter = new FindingFilter(
                QueryParameters.constant("severity", Severity.class, severity),
                QueryParameters.text(ruleId),
                QueryParameters.text(recordType));
        PageRequest request = PageRequest.of(page, size);
        UUID submission = visible.get(id).id();
        if (Accepted.prefers(headers, CSV_TYPE, MediaType.APPLICATION_JSON_TYPE)) {
            StreamingOutput csv = out -> {
                FindingCsv rows = new FindingCsv(out);
                findings.forEach(submission, filter, rows::write);
                rows.end();
            };
            return Response.ok(csv, CSV_TYPE)
                    .header("Content-Disposition", "attachment; filename=\"findings-" + submission + ".csv\"")
                    .build();
        }
        return Response.ok(findings.page(submission, filter, request), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/findings/summary")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "One item a rule, largest count first")
    public Page<RuleCount> summary(
            @PathParam("id") String id, @QueryParam("page") String page, @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        return Page.of(findings.summary(visible.get(id).id()), request);
    }

    @GET
    @Path("/state-ids")
    @Produces({TSV, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "The State ID of each SD line", description = "Tab separated, or with Accept: a JSON list.")
    public Response stateIds(
            @PathParam("id") String id,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @Context HttpHeaders headers) {
        PageRequest request = PageRequest.of(page, size);
        UUID submission = visible.get(id).id();
        if (Accepted.prefers(headers, MediaType.APPLICATION_JSON_TYPE, TSV_TYPE)) {
            return Response.ok(findings.stateIds(submission, request), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        StreamingOutput tsv = out -> {
            StateIdTsv rows = new StateIdTsv(out);
            findings.forEachStateId(submission, rows::write);
            rows.end();
        };
        return Response.ok(tsv, TSV_TYPE).build();
    }
}
