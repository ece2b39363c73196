package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.changes.Change;
import gov.mt.opi.aim.statestore.changes.ChangeCursor;
import gov.mt.opi.aim.statestore.changes.Changes;
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

/** What changed in the view, for those who have no Kafka. */
@Path("/api/v1/changes")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private final Changes changes;
    private final Audit audit;
    private final Caller caller;

    ChangeResource(Changes changes, Audit audit, Caller caller) {
        this.changes = changes;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Some changes.
     *
     * @param items the changes, in order of commits
     * @param next what to ask for as {@code since} next time
     * @param more whether there is more at once
     */
    public record ChangeList(List<Change> items, String next, boolean more) {}

    @GET
    @RolesAllowed({Roles.OPI_STEWARD, Roles.OPI_ADMIN, Roles.OPI_REPORT, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Changes of the view, each thing where it changed last, with its current value",
            description =
                    "Begin without since, keep `next`, ask again with it: at once while `more` is true, later when"
                            + " it is false. since may also be a time like 2007-03-15T23:00:00Z or a date. A district gets its own"
                            + " students and records.")
    public ChangeList changes(
            @QueryParam("since") String since,
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("size") String size) {
        Optional<String> district = caller.scope(QueryParameters.text(districtNumber));
        int limit = PageRequest.of(null, size).size();
        ChangeCursor cursor = QueryParameters.text(since).map(this::cursor).orElse(ChangeCursor.START);
        Changes.Portion portion = changes.after(cursor, district, limit)
                .orElseThrow(() -> Problem.badRequest(
                        "unknown-cursor",
                        "since was not given out by this state-store as it is now. Begin anew without since."));
        audit.record(AuditEntry.of(caller.name(), AuditAction.CHANGES_READ)
                .students(portion.items().stream().map(Change::studentKey).toList()));
        return new ChangeList(portion.items(), portion.next().toString(), portion.more());
    }

    private ChangeCursor cursor(String since) {
        return ChangeCursor.parse(since)
                .orElseGet(() ->
                        changes.since(QueryParameters.moment("since", since).orElseThrow()));
    }
}
