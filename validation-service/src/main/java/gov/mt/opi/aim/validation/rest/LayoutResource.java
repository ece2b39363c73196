package gov.mt.opi.aim.validation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.layout.CodeList;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.Layout;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.layout.Required;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The layouts of the record types. */
@Path("/api/v1/layouts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "layouts")
@RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
public class LayoutResource {

    @GET
    @Operation(summary = "All record types with their fields")
    public Page<LayoutAnswer> layouts(@QueryParam("page") String page, @QueryParam("size") String size) {
        List<LayoutAnswer> layouts = Arrays.stream(RecordType.values())
                .map(type -> LayoutAnswer.of(type.layout()))
                .toList();
        return Page.of(layouts, PageRequest.of(page, size));
    }

    @GET
    @Path("/{recordType}")
    @Operation(summary = "One record type with its fields")
    public LayoutAnswer layout(@PathParam("recordType") String recordType) {
        return RecordType.of(recordType)
                .map(type -> LayoutAnswer.of(type.layout()))
                .orElseThrow(() -> Problem.notFound("There is no record type " + recordType + "."));
    }

    /**
     * A layout.
     *
     * @param recordType the two letters that begin a record
     * @param title what the specification calls it
     * @param section section of the specification
     * @param fields fields in order
     */
    public record LayoutAnswer(String recordType, String title, String section, List<FieldAnswer> fields) {

        static LayoutAnswer of(Layout layout) {
            return new LayoutAnswer(
                    layout.recordType(),
                    layout.title(),
                    layout.section(),
                    layout.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    /**
     * A field.
     *
     * @param number position, from 1
     * @param name what the specification prints
     * @param property its name in JSON
     * @param length most characters
     * @param required YES, NO or CONDITIONAL
     * @param format what it may look like
     * @param codeList name of its code list, null when it has none
     * @param defaultValue what a blank stands for, null when nothing
     */
    public record FieldAnswer(
            int number,
            String name,
            String property,
            int length,
            Required required,
            Format format,
            String codeList,
            @JsonProperty("default") String defaultValue) {

        static FieldAnswer of(Field field) {
            return new FieldAnswer(
                    field.number(),
                    field.name(),
                    field.property(),
                    field.length(),
                    field.required(),
                    field.format(),
                    field.codes().map(CodeList::name).orElse(null),
                    field.defaultValue().orElse(null));
        }
    }
}
