package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.Corrections;
import gov.mt.opi.aim.statestore.record.RecordKind;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Takes records out of the view that should not be there. The key is the one that the student's file shows. */
@Path("/api/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    /** Long enough for a sentence or three. */
    private static final int REASON_CHARACTERS_MAX = 500;

    private final Corrections corrections;
    private final Caller caller;

    CorrectionResource(Corrections corrections, Caller caller) {
        this.corrections = corrections;
        this.caller = caller;
    }

    /**
     * Why a record is taken out.
     *
     * @param reason in words
     */
    public record Reason(String reason) {}

    /**
     * A record that left the view.
     *
     * @param key its opaque key, which it gets back when it is sent again
     */
    public record Voided(UUID key) {}

    @POST
    @Path("enrollments/{key}/void")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Takes an enrollment out of the view, with a reason",
            description =
                    "Its own district and OPI may. Audited; its topic gets a tombstone; lines that waited for its end are"
                            + " judged again. A newer file brings it back.")
    public Voided voidEnrollment(@PathParam("key") String key, Reason reason) {
        return voidRecord(RecordKind.ENROLLMENT, key, reason);
    }

    @POST
    @Path("program-participation/{key}/void")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Takes a program participation out of the view, with a reason")
    public Voided voidProgramParticipation(@PathParam("key") String key, Reason reason) {
        return voidRecord(RecordKind.PROGRAM_PARTICIPATION, key, reason);
    }

    @POST
    @Path("test-window-attendance/{key}/void")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Takes a test-window attendance out of the view, with a reason")
    public Voided voidTestWindowAttendance(@PathParam("key") String key, Reason reason) {
        return voidRecord(RecordKind.TEST_WINDOW_ATTENDANCE, key, reason);
    }

    private Voided voidRecord(RecordKind kind, String key, Reason reason) {
        String why =
                reason == null || reason.reason() == null ? "" : reason.reason().strip();
        if (why.isEmpty() || why.length() > REASON_CHARACTERS_MAX || why.chars().anyMatch(c -> c == 0)) {
            throw Problem.badRequest(
                    "reason-missing",
                    "Say why in the body: {\"reason\": \"…\"}, with " + REASON_CHARACTERS_MAX + " characters at most.");
        }
        UUID record = parsed(key);
        if (!corrections.voidRecord(new Corrections.Voiding(kind, record, caller.onlyDistrict(), caller.name(), why))) {
            throw notFound();
        }
        return new Voided(record);
    }

    private static UUID parsed(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static Problem notFound() {
        return Problem.notFound("There is no such record in the view that you may take out.");
    }
}
