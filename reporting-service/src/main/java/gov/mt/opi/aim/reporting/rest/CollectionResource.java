package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.certification.Certification;
import gov.mt.opi.aim.reporting.certification.Certifications;
import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.collection.CollectionSnapshots;
import gov.mt.opi.aim.reporting.collection.Collections;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Collections: what is counted when, as data; their snapshots; who certified. */
@Path("/api/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
public class CollectionResource {

    private final Collections collections;
    private final CollectionSnapshots snapshots;
    private final Certifications certifications;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CollectionResource(
            Collections collections,
            CollectionSnapshots snapshots,
            Certifications certifications,
            Caller caller,
            Clock clock) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.certifications = certifications;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "Collections, newest count date first")
    public Page<Collection> list(@QueryParam("page") String page, @QueryParam("size") String size) {
        return Page.of(collections.all(), PageRequest.of(page, size));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "A collection")
    public Collection get(@PathParam("id") String id) {
        return find(id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "Writes a collection: its name, year, kind, count date and window")
    public Collection put(@PathParam("id") String id, CollectionRequest request) {
        if (request == null) {
            throw Problem.badRequest(
                    "bad-body",
                    "The body must be like {\"name\": \"…\", \"year\": 2007, \"countDate\": \"2007-03-13\"}.");
        }
        Collection collection =
                request.collection(id, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        collections.put(collection);
        return collection;
    }

    @POST
    @Path("/{id}/snapshot")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Freezes the collection's count now; when its window is over this happens by itself")
    public Response take(@PathParam("id") String id) {
        Collection collection = find(id);
        SnapshotRequest.refuseFuture(collection.countDate(), clock.instant());
        Snapshot taken =
                snapshots.take(collection, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Response.created(URI.create("/api/v1/snapshots/" + taken.id()))
                .entity(taken)
                .build();
    }

    @GET
    @Path("/{id}/certifications")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Certifications in force; a district sees its own")
    public Page<Certification> certifications(
            @PathParam("id") String id, @QueryParam("page") String page, @QueryParam("size") String size) {
        List<Certification> seen = certifications.inForce(find(id).id()).stream()
                .filter(certification -> caller.maySee(certification.district()))
                .toList();
        return Page.of(seen, PageRequest.of(page, size));
    }

    private Collection find(String id) {
        return collections.find(id).orElseThrow(() -> Problem.notFound("There is no collection " + id + "."));
    }
}
