package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.statestore.registry.Registry;
import gov.mt.opi.aim.statestore.registry.RegistryCsv;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Districts, schools and calendars: CSV in, lists out. */
@Path("/api/v1/registry")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class RegistryResource {

    private final Registry registry;

    RegistryResource(Registry registry) {
        this.registry = registry;
    }

    @PUT
    @Path("districts")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @Operation(summary = "Load districts from CSV: districtNumber,name")
    public Map<String, Integer> putDistricts(byte[] csv) {
        return put(RegistryCsv.districts().read(text(csv)), registry::putDistricts);
    }

    @PUT
    @Path("schools")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @Operation(summary = "Load schools from CSV: districtNumber,schoolNumber,name,lowGrade,highGrade,openedOn,closedOn")
    public Map<String, Integer> putSchools(byte[] csv) {
        Set<String> districts = registry.districts(java.util.Optional.empty()).stream()
                .map(District::key)
                .collect(Collectors.toSet());
        return put(RegistryCsv.schools(districts::contains).read(text(csv)), registry::putSchools);
    }

    @PUT
    @Path("calendars")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @Operation(
            summary = "Load calendars from CSV:"
                    + " districtNumber,schoolNumber,calendarNumber,year,startDate,endDate,testWindowDate")
    public Map<String, Integer> putCalendars(byte[] csv) {
        Set<String> schools = registry.schools(java.util.Optional.empty()).stream()
                .map(School::key)
                .collect(Collectors.toSet());
        return put(RegistryCsv.calendars(schools::contains).read(text(csv)), registry::putCalendars);
    }

    @GET
    @Path("districts")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    public Page<District> districts(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        return Page.of(registry.districts(QueryParameters.text(districtNumber)), PageRequest.of(page, size));
    }

    @GET
    @Path("schools")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    public Page<School> schools(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        return Page.of(registry.schools(QueryParameters.text(districtNumber)), PageRequest.of(page, size));
    }

    @GET
    @Path("calendars")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    public Page<Calendar> calendars(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        return Page.of(registry.calendars(QueryParameters.text(districtNumber)), PageRequest.of(page, size));
    }

    private static <T> Map<String, Integer> put(RegistryCsv.Read<T> read, ToIntFunction<List<T>> put) {
        if (!read.errors().isEmpty()) {
            throw Problem.of(
                            422,
                            "registry-file",
                            "The file was not loaded",
                            "Nothing was changed. Mend the lines that are listed and send the whole file again.")
                    .with("errors", read.errors());
        }
        return Map.of("loaded", put.applyAsInt(read.entries()));
    }

    private static String text(byte[] csv) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(
                    422, "registry-file", "The file was not loaded", "The file is not UTF-8: export it as UTF-8.");
        }
    }
}
