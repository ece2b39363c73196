package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.intake.outcome.FindingFilter;
import gov.mt.opi.aim.intake.outcome.FindingLedger;
import gov.mt.opi.aim.intake.outcome.FindingPage;
import gov.mt.opi.aim.intake.outcome.RuleCount;
import gov.mt.opi.aim.intake.outcome.RuleCounts;
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
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is wrong with a submission. */
@Path("/api/v1/submissions/{id}/findings")
@Blocking
@Tag(name = "Findings", description = "What became of the lines of a submission")
public class FindingResource {

    private final VisibleSubmissions visible;
    private final FindingLedger findings;
    private final RuleCounts counts;

    @Inject
    FindingResource(VisibleSubmissions visible, FindingLedger findings, RuleCounts counts) {
        this.visible = visible;
        this.findings = findings;
        this.counts = counts;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Accepted.CSV, Accepted.TSV})
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "Findings by line",
            description =
                    "A page as JSON. Of each rule the first 500 that match are listed; `total` counts all, `listed`"
                            + " those that the pages hold, `capped` says that they differ and `cappedRules` of which rules."
                            + " With `Accept: text/csv` or `text/tab-separated-values` all of them come, however many. CSV is"
                            + " for spreadsheets: a cell that begins like a formula gets an apostrophe in front."
                            + " INFO findings are counted by the summary, never listed.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingPage.class)),
                @Content(mediaType = Accepted.CSV),
                @Content(mediaType = Accepted.TSV)
            })
    public Response findings(
            @PathParam("id") String id,
            @Parameter(description = "FATAL, ERROR, HELD, WARNING; several with commas") @QueryParam("severity")
                    List<String> severity,
            @Parameter(description = "ids of rules, several with commas") @QueryParam("ruleId") List<String> ruleId,
            @Parameter(description = "HD, SD, EN, PP, AT; several with commas") @QueryParam("recordType")
                    List<String> recordType,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @Context HttpHeaders headers) {
        FindingFilter filter = FindingQuery.of(severity, ruleId, recordType);
        PageRequest request = PageRequest.of(page, size);
        UUID submission = visible.get(id).id();
        MediaType type = Accepted.best(headers, MediaType.APPLICATION_JSON_TYPE, Accepted.CSV_TYPE, Accepted.TSV_TYPE);
        if (type.equals(MediaType.APPLICATION_JSON_TYPE)) {
            return Response.ok(findings.page(submission, filter, request), type).build();
        }
        boolean csv = type.equals(Accepted.CSV_TYPE);
        StreamingOutput all = out -> write(submission, filter, csv ? Table.csv(out) : Table.tsv(out));
        return Response.ok(all, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"findings-" + submission + (csv ? ".csv" : ".tsv") + "\"")
                .build();
    }

    @GET
    @Path("/summary")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "One item a rule, largest count first",
            description =
                    "`causes` are the values that broke the rule, each once with the count of its findings: an unknown"
                            + " school is one cause of 900 findings, and a rejected student one cause of all lines that it blocks"
                            + " (XF-012). At most 50 are named, those with most findings first; `causeCount` counts all. INFO"
                            + " rules have a count, and no lines or causes. `order=mend` sorts as it pays to mend: by severity,"
                            + " within it root causes (unknown schools and calendars) first and what only follows from other"
                            + " findings (XF-012) last.")
    public Page<RuleCount> summary(
            @PathParam("id") String id,
            @Parameter(description = "largest (default) or mend") @QueryParam("order") String order,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Comparator<RuleCount> comparator =
                switch (QueryParameters.text(order).orElse("largest")) {
                    case "largest" -> RuleCount.LARGEST_FIRST;
                    case "mend" -> RuleCount.MEND_FIRST;
                    default ->
                        throw Problem.badRequest("bad-parameter", "order must be largest or mend, not " + order + ".");
                };
        PageRequest request = PageRequest.of(page, size);
        return Page.of(
                counts.of(visible.get(id).id()).stream().sorted(comparator).toList(), request);
    }

    private void write(UUID submission, FindingFilter filter, Table table) throws IOException {
        table.row(
                "line",
                "ruleId",
                "severity",
                "recordType",
                "fieldNumber",
                "fieldName",
                "value",
                "message",
                "hint",
                "specSection");
        findings.forEach(submission, filter, finding -> write(finding, table));
        table.flush();
    }

    private static void write(Finding finding, Table table) throws IOException {
        table.row(
                finding.line(),
                finding.ruleId(),
                finding.severity(),
                finding.recordType(),
                finding.fieldNumber(),
                finding.fieldName(),
                finding.value(),
                finding.message(),
                finding.hint(),
                finding.specSection());
    }
}
