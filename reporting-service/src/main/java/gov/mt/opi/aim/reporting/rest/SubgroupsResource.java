package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.TableReport;
import gov.mt.opi.aim.reporting.report.subgroups.SubgroupsReport;
import gov.mt.opi.aim.reporting.report.subgroups.SubgroupsReport.Level;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.suppression.PublishedTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The groups of adequate yearly progress. A district sees its own. */
@Path("/api/v1/reports/subgroups")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class SubgroupsResource {

    private static final String SNAPSHOT = "snapshot";
    private static final String LEVEL = "level";
    private static final String MINIMUM = "minimum";
    private static final int MINIMUM_MAX = 100_000;
    private static final Set<String> OTHER_PARAMETERS =
            Set.of(CountParameters.ON, SNAPSHOT, LEVEL, MINIMUM, Audience.PARAMETER);

    private final Reporting reporting;
    private final SnapshotLookup lookup;
    private final SubgroupsConfig config;
    private final Audience audiences;
    private final Caller caller;
    private final Clock clock;

    @Inject
    SubgroupsResource(
            Reporting reporting,
            SnapshotLookup lookup,
            SubgroupsConfig config,
            Audience audiences,
            Caller caller,
            Clock clock) {
        this.clock = clock;
        this.audiences = audiences;
        this.reporting = reporting;
        this.lookup = lookup;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Groups of a day (on) or of a snapshot, at the level state, district or school")
    public Map<String, Object> subgroups(
            @Parameter(example = "2007-03-13") @QueryParam(CountParameters.ON) String on,
            @QueryParam(SNAPSHOT) String snapshot,
            @Parameter(example = "school") @QueryParam(LEVEL) String level,
            @Parameter(example = "30") @QueryParam(MINIMUM) String minimum,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        Answer answer = answer(on, snapshot, level, minimum, audience, uri);
        Map<String, Object> document = new LinkedHashMap<>(answer.head);
        document.put(LEVEL, answer.level.name().toLowerCase(java.util.Locale.ROOT));
        document.put(MINIMUM, answer.minimum);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < answer.groups.size(); i++) {
            SubgroupsReport.Group group = answer.groups.get(i);
            Map<String, Object> row = CountTable.named(answer.level.dimensions(), group.place());
            row.put("subgroup", group.subgroup());
            row.put("students", CountTable.shown(answer.students.get(i)));
            row.put("counts", answer.counts(i));
            rows.add(row);
        }
        document.put("rows", rows);
        document.put("asOf", answer.asOf.orElse(null));
        document.put("definition", SubgroupsReport.ABOUT.definition());
        return document;
    }

    @GET
    @Produces("text/csv")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public String subgroupsCsv(
            @QueryParam(CountParameters.ON) String on,
            @QueryParam(SNAPSHOT) String snapshot,
            @QueryParam(LEVEL) String level,
            @QueryParam(MINIMUM) String minimum,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        Answer answer = answer(on, snapshot, level, minimum, audience, uri);
        List<String> header = new ArrayList<>(TableReport.keys(answer.level.dimensions()));
        header.addAll(List.of("subgroup", "students", "counts"));
        Csv csv = new Csv(header);
        for (int i = 0; i < answer.groups.size(); i++) {
            SubgroupsReport.Group group = answer.groups.get(i);
            List<Object> cells = new ArrayList<>(group.place());
            cells.addAll(List.of(group.subgroup(), CountTable.shown(answer.students.get(i)), answer.counts(i)));
            csv.row(cells);
        }
        return csv.toString();
    }

    private record Answer(
            Map<String, Object> head,
            Level level,
            int minimum,
            List<SubgroupsReport.Group> groups,
            List<Optional<Long>> students,
            Optional<Instant> asOf) {

        /** Whether a group counts for accountability; of a hidden one nothing is said. */
        Object counts(int group) {
            return students.get(group)
                    .map(number -> (Object) (number >= minimum))
                    .orElse(PublishedTable.HIDDEN);
        }
    }

    private Answer answer(String on, String snapshotId, String level, String minimum, String audience, UriInfo uri) {
        Level asked = QueryParameters.constant(LEVEL, Level.class, level).orElse(Level.STATE);
        Slice slice = CountParameters.slice(uri.getQueryParameters(), OTHER_PARAMETERS, caller);
        if (!slice.by().isEmpty()
                || !Set.of(Dimension.DISTRICT, Dimension.SCHOOL)
                        .containsAll(slice.only().keySet())) {
            throw Problem.badRequest(
                    "unknown-parameter",
                    "The groups can be narrowed to a district and a school, and told apart by level.");
        }
        Map<String, Object> head = new LinkedHashMap<>();
        Function<Slice, Counts> count;
        if (QueryParameters.text(snapshotId).isPresent()) {
            if (QueryParameters.text(on).isPresent()) {
                throw Problem.badRequest(
                        "bad-parameter", "Ask for a day (on) or for a snapshot, not for both: a snapshot has its day.");
            }
            Snapshot snapshot = lookup.find(snapshotId);
            head.put("snapshotId", snapshot.id());
            head.put("revision", snapshot.revision());
            head.put("on", snapshot.countDate());
            count = each -> reporting.membership(snapshot, each);
        } else {
            LocalDate day = CountParameters.countDay(CountParameters.ON, on, clock.instant());
            head.put("on", day);
            count = each -> reporting.membership(day, each);
        }
        Optional<Instant> asOf = count.apply(new Slice(List.of(), slice.only())).asOf();
        List<SubgroupsReport.Group> groups = SubgroupsReport.of(asked, slice.only(), count);
        return new Answer(head, asked, minimum(minimum), groups, audiences.of(audience, groups), asOf);
    }

    private int minimum(String asked) {
        return QueryParameters.text(asked)
                .map(text -> {
                    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > MINIMUM_MAX) {
                        throw Problem.badRequest(
                                "bad-parameter",
                                MINIMUM + " must be a whole number from 0 to " + MINIMUM_MAX + ", not " + text + ".");
                    }
                    return Integer.parseInt(text);
                })
                .orElseGet(config::minimum);
    }
}
