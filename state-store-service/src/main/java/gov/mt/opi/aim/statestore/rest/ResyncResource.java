package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.registry.Registry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The view published again, for a downstream system that lost its way. */
@Path("/api/v1/resync")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ResyncResource {

    private static final Pattern DISTRICT_NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Resync resync;
    private final Registry registry;
    private final Audit audit;
    private final Caller caller;

    ResyncResource(Resync resync, Registry registry, Audit audit, Caller caller) {
        this.resync = resync;
        this.registry = registry;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Whose state is wanted again: one of the two.
     *
     * @param stateId a student
     * @param districtNumber a district
     */
    public record Wanted(String stateId, String districtNumber) {}

    @POST
    @RolesAllowed(Roles.OPI_ADMIN)
    @ResponseStatus(202)
    @Operation(summary = "Publish the state of a student or a district again; versions stay as they are")
    public Resync.Republished resync(Wanted wanted) {
        Optional<String> stateId = wanted == null ? Optional.empty() : QueryParameters.text(wanted.stateId());
        Optional<String> district = wanted == null ? Optional.empty() : QueryParameters.text(wanted.districtNumber());
        if (stateId.isPresent() == district.isPresent()) {
            throw Problem.badRequest("bad-body", "Say either stateId or districtNumber.");
        }
        AuditEntry entry = AuditEntry.of(caller.name(), AuditAction.RESYNC);
        if (stateId.isPresent()) {
            audit.record(entry.stateIds(List.of(stateId.get())));
            return told(resync.student(stateId.get()), "There is no student with this State ID.");
        }
        String number = district.get();
        if (!DISTRICT_NUMBER.matcher(number).matches()) {
            throw Problem.badRequest("bad-body", "districtNumber must be 1 to 4 digits without leading zeros.");
        }
        audit.record(entry.about("districtNumber", number));
        Resync.Republished republished = resync.district(number);
        return registry.hasDistrict(number) ? republished : told(republished, "There is no such district.");
    }

    private static Resync.Republished told(Resync.Republished republished, String whenNothing) {
        if (republished.things() == 0) {
            throw Problem.notFound(whenNothing);
        }
        return republished;
    }
}
