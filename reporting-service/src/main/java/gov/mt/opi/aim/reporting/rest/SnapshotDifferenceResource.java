package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.audit.AuditTrail;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.membership.MembershipReport;
import gov.mt.opi.aim.reporting.snapshot.CountDifference;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What two snapshots do not have in common, in numbers and student by student. A district compares its own students. */
@Path("/api/v1/snapshots/{id}/difference")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class SnapshotDifferenceResource {

    private static final String FROM = "from";

    private final Reporting reporting;
    private final Snapshots snapshots;
    private final SnapshotLookup lookup;
    private final AuditTrail audit;
    private final Caller caller;

    @Inject
    SnapshotDifferenceResource(
            Reporting reporting, Snapshots snapshots, SnapshotLookup lookup, AuditTrail audit, Caller caller) {
        this.audit = audit;
        this.reporting = reporting;
        this.snapshots = snapshots;
        this.lookup = lookup;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Counts of an earlier snapshot (from; by default the revision before) and of this one")
    public Map<String, Object> counts(
            @PathParam("id") String id,
            @QueryParam(FROM) String from,
            @Parameter(example = "district,grade") @QueryParam(CountParameters.BY) String by,
            @Context UriInfo uri) {
        Snapshot to = lookup.find(id);
        Snapshot earlier = lookup.before(to, from);
        Slice slice = slice(uri);
        CountDifference difference = reporting.difference(earlier, to, slice);
        Map<String, Object> answer = head(earlier, to);
        answer.put("by", slice.by().stream().map(Dimension::key).toList());
        answer.put("before", difference.before());
        answer.put("after", difference.after());
        answer.put("change", difference.after() - difference.before());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CountDifference.Row row : difference.rows()) {
            Map<String, Object> named = CountTable.named(slice.rowDimensions(), row.values());
            named.put("before", row.before());
            named.put("after", row.after());
            named.put("change", row.change());
            rows.add(named);
        }
        answer.put("rows", rows);
        answer.put("definition", MembershipReport.DIFFERENCE.definition());
        return answer;
    }

    @GET
    @Produces("text/csv")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public String countsCsv(@PathParam("id") String id, @QueryParam(FROM) String from, @Context UriInfo uri) {
        Snapshot to = lookup.find(id);
        Slice slice = slice(uri);
        CountDifference difference = reporting.difference(lookup.before(to, from), to, slice);
        List<String> header = new ArrayList<>(
                slice.rowDimensions().stream().map(Dimension::key).toList());
        header.addAll(List.of("before", "after", "change"));
        Csv csv = new Csv(header);
        if (slice.by().isEmpty()) {
            csv.row(List.of(difference.before(), difference.after(), difference.after() - difference.before()));
        }
        for (CountDifference.Row row : difference.rows()) {
            List<Object> cells = new ArrayList<>(row.values());
            cells.addAll(List.of(row.before(), row.after(), row.change()));
            csv.row(cells);
        }
        return csv.toString();
    }

    @GET
    @Path("/students")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "The students who were added, removed or changed between the two, by State ID")
    public Map<String, Object> students(
            @PathParam("id") String id,
            @QueryParam(FROM) String from,
            @QueryParam("district") String district,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        Snapshot to = lookup.find(id);
        Snapshot earlier = lookup.before(to, from);
        Optional<String> scope = CountParameters.district(district, caller);
        audit.add(
                caller.name(),
                "listed students who differ",
                "snapshots " + earlier.id() + " and " + to.id()
                        + scope.map(number -> ", district " + number).orElse(""));
        Map<String, Object> answer = head(earlier, to);
        answer.put("items", snapshots.differences(earlier, to, scope, request.offset(), request.size()));
        answer.put("page", request.page());
        answer.put("size", request.size());
        answer.put("total", snapshots.differenceCount(earlier, to, scope));
        answer.put("definition", MembershipReport.DIFFERENCE.definition());
        return answer;
    }

    private static Map<String, Object> head(Snapshot from, Snapshot to) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("from", revision(from));
        head.put("to", revision(to));
        head.put("asOf", to.asOf());
        return head;
    }

    private static Map<String, Object> revision(Snapshot snapshot) {
        Map<String, Object> revision = new LinkedHashMap<>();
        revision.put("snapshotId", snapshot.id());
        revision.put("name", snapshot.name());
        revision.put("on", snapshot.countDate());
        revision.put("revision", snapshot.revision());
        revision.put("takenAt", snapshot.takenAt());
        return revision;
    }

    private Slice slice(UriInfo uri) {
        return CountParameters.slice(uri.getQueryParameters(), Set.of(FROM), caller);
    }
}
