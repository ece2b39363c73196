package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.extract.Extract;
import gov.mt.opi.aim.reporting.extract.Extracts;
import gov.mt.opi.aim.reporting.extract.Manifest;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Files made from a snapshot. A district fetches its own part. */
@Path("/api/v1/snapshots/{id}/extracts")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class ExtractResource {

    private final Extracts extracts;
    private final SnapshotLookup lookup;
    private final Caller caller;

    @Inject
    ExtractResource(Extracts extracts, SnapshotLookup lookup, Caller caller) {
        this.extracts = extracts;
        this.lookup = lookup;
        this.caller = caller;
    }

    /**
     * An extract that can be fetched.
     *
     * @param id its name in the path
     * @param definition what is in it
     * @param columns its columns in order
     */
    public record Listed(String id, String definition, List<String> columns) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The extracts of a snapshot and what each one holds")
    public Page<Listed> list(
            @PathParam("id") String id, @QueryParam("page") String page, @QueryParam("size") String size) {
        lookup.find(id);
        return Page.of(
                Arrays.stream(Extract.values())
                        .map(extract -> new Listed(extract.id(), extract.definition(), extract.columns()))
                        .toList(),
                PageRequest.of(page, size));
    }

    @GET
    @Path("/{extract}")
    @Produces({TabbedFile.TYPE, MediaType.WILDCARD})
    @Operation(summary = "An extract: tab delimited, a header line, the same for ever")
    public Response file(
            @PathParam("id") String id,
            @Parameter(example = "assessment-registration") @PathParam("extract") String name,
            @Parameter(example = "63") @QueryParam("district") String district) {
        Snapshot snapshot = lookup.find(id);
        Extract extract = find(name);
        Optional<String> scope = scope(snapshot, district);
        String account = caller.name();
        return TabbedFile.answer(
                fileName(extract, snapshot, scope), lines -> extracts.write(extract, snapshot, scope, account, lines));
    }

    @GET
    @Path("/{extract}/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "What an extract holds: rows, bytes, SHA-256, definition")
    public Manifest manifest(
            @PathParam("id") String id, @PathParam("extract") String name, @QueryParam("district") String district) {
        Snapshot snapshot = lookup.find(id);
        Extract extract = find(name);
        Optional<String> scope = scope(snapshot, district);
        FileDigest digest = new FileDigest();
        extracts.write(extract, snapshot, scope, caller.name(), digest);
        return new Manifest(
                extract.id(),
                extract.definition(),
                snapshot.id(),
                snapshot.revision(),
                snapshot.countDate(),
                scope.orElse(null),
                extract.columns(),
                fileName(extract, snapshot, scope),
                digest.rows(),
                digest.bytes(),
                digest.sha256(),
                snapshot.asOf());
    }

    private Optional<String> scope(Snapshot snapshot, String district) {
        return CountParameters.district(district, caller).or(() -> Optional.ofNullable(snapshot.district()));
    }

    private static String fileName(Extract extract, Snapshot snapshot, Optional<String> district) {
        return extract.id() + "_" + snapshot.countDate() + "_r" + snapshot.revision()
                + district.map(number -> "_" + number).orElse("") + ".tsv";
    }

    private static Extract find(String name) {
        return Extract.of(name)
                .orElseThrow(() -> Problem.notFound("There is no extract " + name + ". There are "
                        + String.join(
                                ", ",
                                Arrays.stream(Extract.values()).map(Extract::id).toList()) + "."));
    }
}
