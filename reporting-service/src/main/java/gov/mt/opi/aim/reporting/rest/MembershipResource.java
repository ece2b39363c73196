package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.membership.MembershipReport;
import gov.mt.opi.aim.reporting.suppression.Published;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Live counts. A district counts its own students. */
@Path("/api/v1/membership")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class MembershipResource {

    private static final Set<String> OTHER_PARAMETERS =
            Set.of(CountParameters.ON, CountParameters.ZEROS, Audience.PARAMETER);

    private final Reporting reporting;
    private final Audience audiences;
    private final Caller caller;
    private final Clock clock;

    @Inject
    MembershipResource(Reporting reporting, Audience audiences, Caller caller, Clock clock) {
        this.clock = clock;
        this.reporting = reporting;
        this.audiences = audiences;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Members on a day, by up to five dimensions; filters have the dimensions' names",
            description =
                    "Accept: text/csv gives the rows as CSV. GET /api/v1/reports lists dimensions and definition.")
    public Map<String, Object> membership(
            @Parameter(example = "2007-03-13") @QueryParam(CountParameters.ON) String on,
            @Parameter(example = "district,grade") @QueryParam(CountParameters.BY) String by,
            @Parameter(example = "true") @QueryParam(CountParameters.ZEROS) String zeros,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        LocalDate day = CountParameters.countDay(CountParameters.ON, on, clock.instant());
        Slice slice = slice(uri);
        return CountTable.json(
                Map.of("on", day), slice, count(day, slice, zeros, audience), MembershipReport.LIVE.definition());
    }

    @GET
    @Produces("text/csv")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public String membershipCsv(
            @QueryParam(CountParameters.ON) String on,
            @QueryParam(CountParameters.ZEROS) String zeros,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        LocalDate day = CountParameters.countDay(CountParameters.ON, on, clock.instant());
        Slice slice = slice(uri);
        return CountTable.csv(slice, count(day, slice, zeros, audience));
    }

    private Published count(LocalDate day, Slice slice, String zeros, String audience) {
        Counts counts = CountParameters.withZeros(reporting, reporting.membership(day, slice), slice, zeros);
        return audiences.of(audience, slice, counts);
    }

    private Slice slice(UriInfo uri) {
        return CountParameters.slice(uri.getQueryParameters(), OTHER_PARAMETERS, caller);
    }
}
