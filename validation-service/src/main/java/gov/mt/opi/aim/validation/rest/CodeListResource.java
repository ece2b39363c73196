package gov.mt.opi.aim.validation.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.layout.CodeList;
import gov.mt.opi.aim.contracts.layout.CodeLists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The code lists (appendices A to K of the specification). */
@Path("/api/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "codes")
@RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
public class CodeListResource {

    @GET
    @Operation(summary = "All code lists")
    public Page<CodeListAnswer> codeLists(@QueryParam("page") String page, @QueryParam("size") String size) {
        List<CodeListAnswer> lists =
                CodeLists.all().stream().map(CodeListAnswer::of).toList();
        return Page.of(lists, PageRequest.of(page, size));
    }

    @GET
    @Path("/{list}")
    @Operation(summary = "One code list")
    public CodeListAnswer codeList(@PathParam("list") String list) {
        return CodeLists.find(list)
                .map(CodeListAnswer::of)
                .orElseThrow(() -> Problem.notFound("There is no code list " + list + "."));
    }

    /**
     * A code list.
     *
     * @param name the name under which it is served
     * @param title what the specification calls it
     * @param codes codes in the order of the specification
     */
    public record CodeListAnswer(String name, String title, List<CodeAnswer> codes) {

        static CodeListAnswer of(CodeList list) {
            List<CodeAnswer> codes = list.descriptions().entrySet().stream()
                    .map(code -> new CodeAnswer(code.getKey(), code.getValue()))
                    .toList();
            return new CodeListAnswer(list.name(), list.title(), codes);
        }
    }

    /** A code with its description. */
    public record CodeAnswer(String code, String description) {}
}
