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
import gov.mt.opi.aim.statestore.identity.CaseFile;
import gov.mt.opi.aim.statestore.identity.CaseFiles;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.Steward;
import gov.mt.opi.aim.statestore.identity.Sweep;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The steward's queue: children whose identity a person decides. */
@Path("/api/v1/identity")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {

    private final CaseFiles cases;
    private final Steward steward;
    private final Sweep sweep;
    private final Audit audit;
    private final Caller caller;

    IdentityResource(CaseFiles cases, Steward steward, Sweep sweep, Audit audit, Caller caller) {
        this.cases = cases;
        this.steward = steward;
        this.sweep = sweep;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What a steward says about a case.
     *
     * @param decision match, new or reject
     * @param stateId for a match: the student; of a pair, the one that stays
     * @param reason for a rejection: what the district reads
     */
    public record DecisionRequest(String decision, String stateId, String reason) {}

    @GET
    @Path("cases")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Identity cases: open ones by score, decided ones newest first; status is open, decided or all")
    public Page<CaseFile> cases(
            @QueryParam("status") String status, @QueryParam("page") String page, @QueryParam("size") String size) {
        Optional<Boolean> open = status(QueryParameters.text(status).orElse("open"));
        PageRequest request = PageRequest.of(page, size);
        List<CaseFile> found = cases.list(open, request.offset(), request.size());
        audit.record(AuditEntry.of(caller.name(), AuditAction.CASES_LISTED).stateIds(stateIds(found)));
        return new Page<>(found, request.page(), request.size(), cases.count(open));
    }

    @GET
    @Path("cases/{id}")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "One identity case with the students whom the child may be")
    public CaseFile identityCase(@PathParam("id") String id) {
        CaseFile found = find(id);
        audit.record(AuditEntry.of(caller.name(), AuditAction.CASE_READ)
                .stateIds(stateIds(List.of(found)))
                .about("case", found.id().toString()));
        return found;
    }

    @POST
    @Path("cases/{id}/decision")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Decide a case: the child is a known student (match), a new one (new), or the line is refused")
    public CaseFile decide(@PathParam("id") String id, DecisionRequest request) {
        CaseFile asked = find(id);
        Choice choice = choice(request);
        Optional<String> reason = QueryParameters.text(request.reason());
        if (choice == Choice.REJECT && reason.isEmpty()) {
            throw Problem.badRequest("bad-decision", "Say why: reason is missing. The district reads it.");
        }
        Answers.check(
                steward.decide(asked.id(), choice, QueryParameters.text(request.stateId()), reason, caller.name()));
        return find(id);
    }

    @POST
    @Path("sweep")
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN})
    @Operation(summary = "Look now for students who may be one although nobody was asked; runs every night by itself")
    public Sweep.Found sweep() {
        return sweep.run();
    }

    private CaseFile find(String id) {
        try {
            return cases.find(UUID.fromString(id))
                    .orElseThrow(() -> Problem.notFound("There is no identity case " + id + "."));
        } catch (IllegalArgumentException noUuid) {
            throw Problem.notFound("There is no identity case " + id + ".");
        }
    }

    private static Choice choice(DecisionRequest request) {
        return switch (request == null || request.decision() == null
                ? ""
                : request.decision().toLowerCase(Locale.ROOT)) {
            case "match" -> Choice.MATCH;
            case "new" -> Choice.NEW;
            case "reject" -> Choice.REJECT;
            default -> throw Problem.badRequest("bad-decision", "decision must be match, new or reject.");
        };
    }

    private static Optional<Boolean> status(String status) {
        return switch (status) {
            case "open" -> Optional.of(true);
            case "decided" -> Optional.of(false);
            case "all" -> Optional.empty();
            default -> throw Problem.badRequest("bad-parameter", "status must be open, decided or all.");
        };
    }

    private static List<String> stateIds(List<CaseFile> files) {
        return files.stream()
                .flatMap(file -> file.candidates().stream())
                .map(CaseFile.Candidate::stateId)
                .distinct()
                .toList();
    }
}
