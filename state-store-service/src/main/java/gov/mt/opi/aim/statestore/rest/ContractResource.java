package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.publication.Publication;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What downstream teams build on: the AsyncAPI document of all topics and the JSON Schemas of their events. */
@Path("/api/v1")
@Blocking
public class ContractResource {

    private static final String YAML = "application/yaml";
    private static final String SCHEMA = "application/schema+json";

    /**
     * A schema that there is.
     *
     * @param event name of the event
     * @param schema where its schema is
     */
    public record Listed(String event, String schema) {}

    @GET
    @Path("asyncapi")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "All topics as AsyncAPI 3; Accept: application/yaml gives YAML")
    public byte[] asyncApi() {
        return Publication.asyncApiJson();
    }

    @GET
    @Path("asyncapi")
    @Produces(YAML)
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(hidden = true)
    public byte[] asyncApiYaml() {
        return Publication.asyncApiYaml();
    }

    @GET
    @Path("schemas")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "The events that have a schema")
    public List<Listed> schemas() {
        return Publication.events().stream()
                .map(event -> new Listed(event, "/api/v1/schemas/" + event))
                .toList();
    }

    @GET
    @Path("schemas/{event}")
    @Produces({SCHEMA, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @Operation(summary = "The JSON Schema of an event")
    public byte[] schema(@PathParam("event") String event) {
        return Publication.schema(event)
                .orElseThrow(
                        () -> Problem.notFound("There is no such event; /api/v1/schemas lists those that there are."));
    }
}
