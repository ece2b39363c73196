package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.audit.AuditTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who did what with snapshots, certifications, extracts and lists of students. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPI_ADMIN)
public class AuditResource {

    private final AuditTrail audit;

    @Inject
    AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "The audit of reporting, newest first")
    public Page<AuditTrail.Entry> list(@QueryParam("page") String page, @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        return new Page<>(
                audit.newestFirst(request.offset(), request.size()), request.page(), request.size(), audit.count());
    }
}
