package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.extract.Extracts;
import gov.mt.opi.aim.reporting.extract.Manifest;
import gov.mt.opi.aim.reporting.extract.StateView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** A district's own records as the state has them, as an MT1.3 file. */
@Path("/api/v1/state-view")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class StateViewResource {

    private final Extracts extracts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    StateViewResource(Extracts extracts, Caller caller, Clock clock) {
        this.extracts = extracts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({TabbedFile.TYPE, MediaType.WILDCARD})
    @Operation(summary = "A district's records of a school year in MT1.3 layout; sent back, every line is UNCHANGED")
    public Response file(
            @Parameter(example = "63") @QueryParam("district") String district,
            @Parameter(example = "2007") @QueryParam("year") String year) {
        StateView view = view(district, year);
        String account = caller.name();
        return TabbedFile.answer(view.fileName(), lines -> extracts.write(view, account, lines));
    }

    @GET
    @Path("/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "What the file holds now: lines, bytes, SHA-256, definition")
    public Manifest manifest(@QueryParam("district") String district, @QueryParam("year") String year) {
        StateView view = view(district, year);
        FileDigest digest = new FileDigest();
        Optional<Instant> asOf = extracts.write(view, caller.name(), digest);
        return new Manifest(
                "state-view",
                StateView.DEFINITION,
                null,
                null,
                null,
                view.district(),
                null,
                view.fileName(),
                digest.rows(),
                digest.bytes(),
                digest.sha256(),
                asOf.orElse(null));
    }

    private StateView view(String district, String year) {
        String own = CountParameters.district(district, caller)
                .orElseThrow(() -> Problem.badRequest("bad-parameter", "district is needed: whose records."));
        LocalDate today = clock.instant().atZone(SnapshotRequest.MONTANA).toLocalDate();
        return StateView.of(own, CountParameters.year("year", year).year(), today);
    }
}
