package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.identity.Steward;
import gov.mt.opi.aim.statestore.student.file.StudentFile;
import gov.mt.opi.aim.statestore.student.file.StudentFiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Two State IDs of one child become one; a merge that was wrong is undone. */
@Path("/api/v1/students/{stateId}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    private final Steward steward;
    private final StudentFiles files;
    private final Audit audit;
    private final Caller caller;

    MergeResource(Steward steward, StudentFiles files, Audit audit, Caller caller) {
        this.steward = steward;
        this.files = files;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * A merge.
     *
     * @param into the State ID that stays
     * @param reason why
     */
    public record MergeRequest(String into, String reason) {}

    /** Why a merge was wrong. */
    public record SplitRequest(String reason) {}

    @POST
    @Path("merge")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Retire the State ID into another; answers the survivor, as every later look at the old ID does")
    public StudentFile merge(@PathParam("stateId") String stateId, MergeRequest request) {
        String into = required("into", Optional.ofNullable(request).map(MergeRequest::into));
        String reason = required("reason", Optional.ofNullable(request).map(MergeRequest::reason));
        Answers.check(steward.merge(stateId, into, reason, caller.name()));
        return file(stateId);
    }

    @POST
    @Path("split")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Undo the merge by which the State ID retired: what came from it goes back")
    public StudentFile split(@PathParam("stateId") String stateId, SplitRequest request) {
        String reason = required("reason", Optional.ofNullable(request).map(SplitRequest::reason));
        Answers.check(steward.split(stateId, reason, caller.name()));
        return file(stateId);
    }

    private StudentFile file(String stateId) {
        StudentFile file = files.find(stateId, caller.onlyDistrict())
                .orElseThrow(() -> Problem.notFound("There is no student with this State ID that you may see."));
        audit.record(AuditEntry.of(caller.name(), AuditAction.STUDENT_READ)
                .students(List.of(file.entry().studentKey())));
        return file;
    }

    private static String required(String name, Optional<String> value) {
        return value.flatMap(QueryParameters::text)
                .orElseThrow(() -> Problem.badRequest("bad-request", name + " is missing."));
    }
}
