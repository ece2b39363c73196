package gov.mt.opi.aim.validation.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
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

/** The rules of all services, as findings name them. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
public class RuleResource {

    /** The whole catalogue fits on one page, which is what people want to see. */
    private static final String SIZE_DEFAULT = String.valueOf(PageRequest.SIZE_MAX);

    @GET
    @Operation(summary = "The rule catalogue, optionally of one service or severity")
    public Page<RuleAnswer> rules(
            @QueryParam("service") String service,
            @QueryParam("severity") String severity,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, QueryParameters.text(size).orElse(SIZE_DEFAULT));
        var ofService = QueryParameters.text(service);
        var ofSeverity = QueryParameters.constant("severity", Severity.class, severity);
        List<RuleAnswer> rules = RuleCatalogue.all().stream()
                .filter(rule -> ofService.map(rule.service()::equals).orElse(true))
                .filter(rule -> ofSeverity.map(rule.severity()::equals).orElse(true))
                .map(RuleAnswer::of)
                .toList();
        return Page.of(rules, request);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule")
    public RuleAnswer rule(@PathParam("id") String id) {
        return RuleCatalogue.find(id)
                .map(RuleAnswer::of)
                .orElseThrow(() -> Problem.notFound("There is no rule " + id + "."));
    }

    /**
     * A rule.
     *
     * @param id stable id
     * @param severity what a violation means
     * @param service the service that enforces it
     * @param stage 1 while a file is processed, 2 with certification and review
     * @param fields the field or fields that it looks at
     * @param text the statement that must hold
     * @param message text of its findings, with places for field and value
     * @param hint how to mend a violation
     * @param good an example that satisfies it
     * @param bad an example that violates it
     * @param specSection section of the file specification
     */
    public record RuleAnswer(
            String id,
            Severity severity,
            String service,
            int stage,
            String fields,
            String text,
            String message,
            String hint,
            String good,
            String bad,
            String specSection) {

        static RuleAnswer of(Rule rule) {
            return new RuleAnswer(
                    rule.id(),
                    rule.severity(),
                    rule.service(),
                    rule.stage(),
                    rule.field(),
                    rule.check(),
                    rule.message(),
                    rule.hint(),
                    rule.good(),
                    rule.bad(),
                    rule.section());
        }
    }
}
