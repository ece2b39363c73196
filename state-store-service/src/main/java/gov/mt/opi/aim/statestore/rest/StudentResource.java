package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.student.file.StudentFile;
import gov.mt.opi.aim.statestore.student.file.StudentFiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Students of the statewide view. A district sees its own. */
@Path("/api/v1/students")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class StudentResource {

    private final StudentFiles files;
    private final Audit audit;
    private final Caller caller;

    StudentResource(StudentFiles files, Audit audit, Caller caller) {
        this.files = files;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Students by district, local ID, last name and birth date")
    public Page<StudentFile.Entry> students(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("localId") String localId,
            @QueryParam("lastName") String lastName,
            @QueryParam("birthDate") String birthDate,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        StudentFiles.Search search = new StudentFiles.Search(
                caller.scope(QueryParameters.text(districtNumber)),
                QueryParameters.text(localId),
                QueryParameters.text(lastName),
                QueryParameters.date("birthDate", birthDate));
        PageRequest request = PageRequest.of(page, size);
        List<StudentFile.Entry> found = files.search(search, request.offset(), request.size());
        audit.record(AuditEntry.of(caller.name(), AuditAction.STUDENTS_LISTED)
                .students(found.stream().map(StudentFile.Entry::studentKey).toList()));
        return new Page<>(found, request.page(), request.size(), files.count(search));
    }

    @GET
    @Path("{stateId}")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "All that the state knows of a student")
    public StudentFile student(@PathParam("stateId") String stateId) {
        StudentFile file = files.find(stateId, caller.onlyDistrict())
                .orElseThrow(() -> Problem.notFound("There is no student with this State ID that you may see."));
        audit.record(AuditEntry.of(caller.name(), AuditAction.STUDENT_READ)
                .students(List.of(file.entry().studentKey())));
        return file;
    }
}
