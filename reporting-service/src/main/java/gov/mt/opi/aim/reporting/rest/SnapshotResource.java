package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.membership.MembershipReport;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import gov.mt.opi.aim.reporting.suppression.Published;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Snapshots and their counts. Taking and listing them is the state's; a district counts its own students in one. */
@Path("/api/v1/snapshots")
public class SnapshotResource {

    private final Reporting reporting;
    private final Snapshots snapshots;
    private final SnapshotLookup lookup;
    private final Audience audiences;
    private final Caller caller;
    private final Clock clock;

    @Inject
    SnapshotResource(
            Reporting reporting,
            Snapshots snapshots,
            SnapshotLookup lookup,
            Audience audiences,
            Caller caller,
            Clock clock) {
        this.audiences = audiences;
        this.reporting = reporting;
        this.snapshots = snapshots;
        this.lookup = lookup;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Freezes the view for a count date; the same name and date again make a new revision")
    public Response take(SnapshotRequest request) {
        if (request == null) {
            throw Problem.badRequest(
                    "bad-body", "The body must be like {\"name\": \"…\", \"countDate\": \"2007-03-13\"}.");
        }
        // The database keeps microseconds; what is answered now must equal what is answered later.
        Snapshot taken = reporting.takeSnapshot(
                request.order(caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return Response.created(URI.create("/api/v1/snapshots/" + taken.id()))
                .entity(taken)
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Snapshots, newest first; all revisions of one with its name")
    public Page<Snapshot> list(
            @QueryParam("name") String name, @QueryParam("page") String page, @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        Optional<String> named = QueryParameters.text(name);
        return new Page<>(
                snapshots.newestFirst(named, request.offset(), request.size()),
                request.page(),
                request.size(),
                snapshots.count(named));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "A snapshot")
    public Snapshot get(@PathParam("id") String id) {
        return lookup.find(id);
    }

    @GET
    @Path("/{id}/counts")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Counts of a snapshot, the same for ever; asked for like live membership")
    public Map<String, Object> counts(
            @PathParam("id") String id,
            @Parameter(example = "district,grade") @QueryParam(CountParameters.BY) String by,
            @Parameter(example = "true") @QueryParam(CountParameters.ZEROS) String zeros,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        Snapshot snapshot = lookup.find(id);
        Slice slice = slice(uri);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("snapshotId", snapshot.id());
        head.put("revision", snapshot.revision());
        head.put("on", snapshot.countDate());
        return CountTable.json(
                head, slice, count(snapshot, slice, zeros, audience), MembershipReport.FROZEN.definition());
    }

    @GET
    @Path("/{id}/counts")
    @Produces("text/csv")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public String countsCsv(
            @PathParam("id") String id,
            @QueryParam(CountParameters.ZEROS) String zeros,
            @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        Snapshot snapshot = lookup.find(id);
        Slice slice = slice(uri);
        return CountTable.csv(slice, count(snapshot, slice, zeros, audience));
    }

    private Published count(Snapshot snapshot, Slice slice, String zeros, String audience) {
        Counts counts = CountParameters.withZeros(reporting, reporting.membership(snapshot, slice), slice, zeros);
        return audiences.of(audience, slice, counts);
    }

    private Slice slice(UriInfo uri) {
        return CountParameters.slice(
                uri.getQueryParameters(), Set.of(CountParameters.ZEROS, Audience.PARAMETER), caller);
    }
}
