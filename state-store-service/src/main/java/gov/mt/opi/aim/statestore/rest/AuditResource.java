package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.audit.AuditTrail;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Who read or decided what. */
@Path("/api/v1/audit")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private final AuditTrail trail;
    private final Audit audit;
    private final Caller caller;

    AuditResource(AuditTrail trail, Audit audit, Caller caller) {
        this.trail = trail;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.OPI_ADMIN)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Reads and decisions about students, newest first")
    public Page<AuditTrail.Recorded> entries(
            @QueryParam("who") String who,
            @QueryParam("action") String action,
            @QueryParam("stateId") String stateId,
            @QueryParam("since") String since,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        AuditTrail.Search search = new AuditTrail.Search(
                QueryParameters.text(who),
                QueryParameters.constant("action", AuditAction.class, action),
                QueryParameters.text(stateId),
                QueryParameters.moment("since", since));
        PageRequest request = PageRequest.of(page, size);
        List<AuditTrail.Recorded> found = trail.find(search, request.offset(), request.size());
        long total = trail.count(search);
        audit.record(AuditEntry.of(caller.name(), AuditAction.AUDIT_READ)
                .stateIds(search.stateId().map(List::of).orElse(List.of())));
        return new Page<>(found, request.page(), request.size(), total);
    }
}
