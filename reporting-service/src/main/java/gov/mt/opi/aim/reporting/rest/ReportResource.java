package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.report.Report;
import gov.mt.opi.aim.reporting.report.ReportCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What can be counted, with the definition of every count. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    @GET
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "The reports and what exactly each one counts")
    public Page<Report> reports(@QueryParam("page") String page, @QueryParam("size") String size) {
        return Page.of(ReportCatalogue.ALL, PageRequest.of(page, size));
    }
}
