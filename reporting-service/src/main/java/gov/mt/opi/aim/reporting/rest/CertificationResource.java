package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.reporting.audit.AuditTrail;
import gov.mt.opi.aim.reporting.certification.Certification;
import gov.mt.opi.aim.reporting.certification.Certifications;
import gov.mt.opi.aim.reporting.certification.Signing;
import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.collection.CollectionSnapshots;
import gov.mt.opi.aim.reporting.collection.Collections;
import gov.mt.opi.aim.reporting.completeness.Check;
import gov.mt.opi.aim.reporting.completeness.Completeness;
import gov.mt.opi.aim.reporting.completeness.CompletenessQueries;
import gov.mt.opi.aim.reporting.completeness.Counted;
import gov.mt.opi.aim.reporting.completeness.QueryRule;
import gov.mt.opi.aim.reporting.completeness.Scope;
import gov.mt.opi.aim.reporting.report.ReportCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** How complete a district is, and its word for it. */
@Path("/api/v1/collections/{collection}/districts/{district}")
@Produces(MediaType.APPLICATION_JSON)
public class CertificationResource {

    private final Collections collections;
    private final Completeness completeness;
    private final CompletenessQueries queries;
    private final Certifications certifications;
    private final CollectionSnapshots snapshots;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CertificationResource(
            Collections collections,
            Completeness completeness,
            CompletenessQueries queries,
            Certifications certifications,
            CollectionSnapshots snapshots,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.collections = collections;
        this.completeness = completeness;
        this.queries = queries;
        this.certifications = certifications;
        this.snapshots = snapshots;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/completeness")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "What stands between a district and its certification: rules COL-001 to COL-012")
    public Map<String, Object> completeness(
            @PathParam("collection") String collection, @PathParam("district") String district) {
        Completeness.Answer answer = completeness.of(scope(collection, district));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("collection", collection);
        document.put("district", district);
        document.put("members", answer.counted().members());
        document.put("complete", answer.checks().stream().noneMatch(Check::blocks));
        document.put("checks", answer.checks());
        document.put("asOf", answer.counted().asOf().orElse(null));
        document.put("definition", ReportCatalogue.COMPLETENESS.definition());
        return document;
    }

    @GET
    @Path("/completeness/{rule}")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Where a rule does not hold: school, State ID, and what else helps to find it")
    public Map<String, Object> places(
            @PathParam("collection") String collection,
            @PathParam("district") String district,
            @PathParam("rule") String rule,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        PageRequest request = PageRequest.of(page, size);
        Scope scope = scope(collection, district);
        QueryRule asked =
                QueryRule.of(rule).orElseThrow(() -> Problem.notFound("There is no list for a rule " + rule + "."));
        audit.add(caller.name(), "listed places of " + rule, "collection " + collection + ", district " + district);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ruleId", rule);
        document.put("check", RuleCatalogue.get(rule).check());
        document.put("items", queries.places(scope, asked, request.offset(), request.size()));
        document.put("page", request.page());
        document.put("size", request.size());
        Counted counted = queries.count(scope);
        document.put("total", counted.places().getOrDefault(asked, 0L));
        document.put("asOf", counted.asOf().orElse(null));
        return document;
    }

    @GET
    @Path("/certification")
    @RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.OPI_STEWARD, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Whether a collection is certified, and all that was signed and withdrawn")
    public Map<String, Object> certification(
            @PathParam("collection") String collection, @PathParam("district") String district) {
        Scope scope = scope(collection, district);
        List<Certification> history = certifications.history(scope.collection().id(), district);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("collection", collection);
        document.put("district", district);
        document.put("certified", history.stream().anyMatch(Certification::isInForce));
        document.put("history", history);
        return document;
    }

    @POST
    @Path("/certification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.OPI_ADMIN})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Certifies: {\"signedBy\": \"…\"}. 409 tells what stands against it")
    public Response sign(
            @PathParam("collection") String collection,
            @PathParam("district") String district,
            SignatureRequest request) {
        Scope scope = scope(collection, district);
        String signedBy = SignatureRequest.text("signedBy", request == null ? null : request.signedBy());
        SnapshotRequest.refuseFuture(scope.collection().countDate(), clock.instant());
        refuseOutsideOfTheWindow(scope);
        List<Check> comparisons =
                completeness.comparisons(scope, queries.count(scope).members());
        Signing signing = certifications.sign(
                scope,
                snapshots.order(scope.collection(), Optional.of(district), caller.name(), now()),
                signedBy,
                counted -> {
                    List<Check> checks = new ArrayList<>(completeness.judge(scope, counted));
                    checks.addAll(comparisons);
                    return checks;
                });
        if (signing instanceof Signing.Blocked blocked) {
            throw Problem.of(
                            409,
                            "not-complete",
                            "The collection is not complete",
                            "District " + district + " cannot certify yet: the checks say what is missing.")
                    .with(
                            "checks",
                            blocked.checks().stream().filter(Check::blocks).toList());
        }
        if (signing instanceof Signing.AlreadyCertified already) {
            throw conflict(
                    "already-certified",
                    "District " + district + " has certified this collection already, at "
                            + already.certification().signedAt() + ". To certify again, withdraw that first.");
        }
        return Response.created(
                        URI.create("/api/v1/collections/" + collection + "/districts/" + district + "/certification"))
                .entity(((Signing.Signed) signing).certification())
                .build();
    }

    @POST
    @Path("/certification/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.OPI_ADMIN, Roles.OPI_REPORT})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Takes the certification back: {\"signedBy\": \"…\", \"reason\": \"…\"}")
    public Certification withdraw(
            @PathParam("collection") String collection,
            @PathParam("district") String district,
            SignatureRequest request) {
        Scope scope = scope(collection, district);
        String signedBy = SignatureRequest.text("signedBy", request == null ? null : request.signedBy());
        String reason = SignatureRequest.text("reason", request.reason());
        return certifications
                .withdraw(scope.collection().id(), district, signedBy, caller.name(), reason, now())
                .orElseThrow(() -> conflict(
                        "not-certified",
                        "District " + district + " has no certification of this collection in force."));
    }

    private void refuseOutsideOfTheWindow(Scope scope) {
        Collection collection = scope.collection();
        if (!collection.isOpenOn(scope.today()) && !caller.has(Roles.OPI_ADMIN)) {
            throw conflict(
                    "window-closed",
                    "Collection " + collection.id() + " is certified from "
                            + Optional.ofNullable(collection.opensOn())
                                    .map(Object::toString)
                                    .orElse("any day") + " to "
                            + Optional.ofNullable(collection.closesOn())
                                    .map(Object::toString)
                                    .orElse("any day") + ".");
        }
    }

    private Scope scope(String collection, String district) {
        CountParameters.district(district, caller);
        Collection found = collections
                .find(collection)
                .orElseThrow(() -> Problem.notFound("There is no collection " + collection + "."));
        LocalDate today = clock.instant().atZone(SnapshotRequest.MONTANA).toLocalDate();
        return completeness.scope(found, district, today);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem conflict(String type, String detail) {
        return Problem.of(409, type, "Not now", detail);
    }
}
