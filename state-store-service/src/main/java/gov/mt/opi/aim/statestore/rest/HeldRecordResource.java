package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.held.HeldRecords;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Lines that wait for a person or for another district. */
@Path("/api/v1/held-records")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class HeldRecordResource {

    private final HeldRecords heldRecords;
    private final Audit audit;
    private final Caller caller;

    HeldRecordResource(HeldRecords heldRecords, Audit audit, Caller caller) {
        this.heldRecords = heldRecords;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Held lines with what they wait for; reason is the id of the rule that holds them",
            description =
                    "A district sees the lines that it sent and those that wait for it. A line leaves the list when"
                            + " its cause goes: it is judged again at once, and its submission tells what became of it.")
    public Page<HeldRecords.HeldRecord> heldRecords(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("reason") String reason,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Optional<String> district = caller.scope(QueryParameters.text(districtNumber));
        Optional<String> rule = QueryParameters.text(reason);
        PageRequest request = PageRequest.of(page, size);
        List<HeldRecords.HeldRecord> found = heldRecords.find(district, rule, request.offset(), request.size());
        audit.record(AuditEntry.of(caller.name(), AuditAction.HELD_LISTED)
                .stateIds(
                        found.stream().flatMap(held -> held.stateId().stream()).toList()));
        return new Page<>(found, request.page(), request.size(), heldRecords.count(district, rule));
    }
}
