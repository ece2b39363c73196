package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.audit.AuditTrail;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.ReportCatalogue;
import gov.mt.opi.aim.reporting.report.ReportTable;
import gov.mt.opi.aim.reporting.report.SchoolYear;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.TableReport;
import gov.mt.opi.aim.reporting.report.TableReports;
import gov.mt.opi.aim.reporting.suppression.PublishedTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Reports of a school year: test-window attendance, dropouts, movement. A district sees its own. */
@Path("/api/v1/reports/{report}")
@RolesAllowed({Roles.OPI_REPORT, Roles.OPI_ADMIN, Roles.DISTRICT_VIEW, Roles.DISTRICT_SUBMIT})
public class TableReportResource {

    private static final String YEAR = "year";
    private static final Set<String> TABLE_PARAMETERS = Set.of(YEAR, Audience.PARAMETER);
    private static final Set<String> LIST_PARAMETERS = Set.of(YEAR, "page", "size");

    private final TableReports reports;
    private final Audience audiences;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    TableReportResource(TableReports reports, Audience audiences, AuditTrail audit, Caller caller, Clock clock) {
        this.clock = clock;
        this.audit = audit;
        this.reports = reports;
        this.audiences = audiences;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "A report of a school year, by up to five of its dimensions",
            description = "test-window-attendance, dropouts, movement. Accept: text/csv gives the rows as CSV.")
    public Map<String, Object> table(
            @Parameter(example = "dropouts") @PathParam("report") String id,
            @Parameter(example = "2007") @QueryParam(YEAR) String year,
            @Parameter(example = "district") @QueryParam(CountParameters.BY) String by,
            @Parameter(example = "public") @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        TableReport report = find(id);
        SchoolYear schoolYear = CountParameters.countYear(YEAR, year, clock.instant());
        Slice slice = slice(uri, report, TABLE_PARAMETERS);
        ReportTable counted = reports.table(report, schoolYear, slice);
        PublishedTable table = audiences.of(audience, slice, report.measures(), counted);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("report", report.about().id());
        answer.put(YEAR, schoolYear.year());
        answer.put("by", TableReport.keys(slice.by()));
        answer.put("totals", measures(report, table.totals(), new LinkedHashMap<>()));
        answer.put(
                "rows",
                table.rows().stream()
                        .map(row ->
                                measures(report, row.measures(), CountTable.named(slice.rowDimensions(), row.values())))
                        .toList());
        answer.put("asOf", counted.asOf().orElse(null));
        answer.put("definition", report.about().definition());
        return answer;
    }

    @GET
    @Produces("text/csv")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public String tableCsv(
            @PathParam("report") String id,
            @QueryParam(YEAR) String year,
            @QueryParam(Audience.PARAMETER) String audience,
            @Context UriInfo uri) {
        TableReport report = find(id);
        SchoolYear schoolYear = CountParameters.countYear(YEAR, year, clock.instant());
        Slice slice = slice(uri, report, TABLE_PARAMETERS);
        PublishedTable table =
                audiences.of(audience, slice, report.measures(), reports.table(report, schoolYear, slice));
        List<String> header = new ArrayList<>(TableReport.keys(slice.rowDimensions()));
        report.measures().forEach(measure -> header.add(measure.name()));
        Csv csv = new Csv(header);
        if (slice.by().isEmpty()) {
            csv.row(table.totals());
        }
        for (PublishedTable.Row row : table.rows()) {
            List<Object> cells = new ArrayList<>(row.values());
            cells.addAll(row.measures());
            csv.row(cells);
        }
        return csv.toString();
    }

    @GET
    @Path("/students")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary =
                    "The students behind the numbers: without attendance, dropouts and completers, moves that do not fit")
    public Map<String, Object> students(
            @PathParam("report") String id,
            @QueryParam(YEAR) String year,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @Context UriInfo uri) {
        TableReport report = find(id);
        SchoolYear schoolYear = CountParameters.countYear(YEAR, year, clock.instant());
        PageRequest request = PageRequest.of(page, size);
        Slice slice = slice(uri, report, LIST_PARAMETERS);
        audit.add(
                caller.name(),
                "listed students of " + report.about().id(),
                "year " + schoolYear.year()
                        + slice.only().getOrDefault(Dimension.DISTRICT, Set.of()).stream()
                                .map(district -> ", district " + district)
                                .collect(Collectors.joining()));
        Map<String, Object> answer = new LinkedHashMap<>();
        TableReports.Students students = reports.students(report, schoolYear, slice, request.offset(), request.size());
        answer.put("items", students.items());
        answer.put("page", request.page());
        answer.put("size", request.size());
        answer.put("total", students.total());
        answer.put("asOf", students.asOf().orElse(null));
        answer.put("definition", report.about().definition());
        return answer;
    }

    private Slice slice(UriInfo uri, TableReport report, Set<String> others) {
        Slice slice = CountParameters.slice(uri.getQueryParameters(), others, caller);
        Set<Dimension> asked = new java.util.TreeSet<>(slice.by());
        asked.addAll(slice.only().keySet());
        asked.removeAll(report.dimensions());
        if (!asked.isEmpty()) {
            throw Problem.badRequest(
                    "unknown-dimension",
                    "The report " + report.about().id() + " has no "
                            + String.join(", ", TableReport.keys(List.copyOf(asked))) + ". It has "
                            + String.join(", ", report.about().dimensions()) + ".");
        }
        return slice;
    }

    private static TableReport find(String id) {
        return ReportCatalogue.TABLES.stream()
                .filter(report -> report.about().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no report " + id + ". GET /api/v1/reports lists them."));
    }

    private static Map<String, Object> measures(TableReport report, List<Object> values, Map<String, Object> into) {
        List<Measure> measures = report.measures();
        for (int i = 0; i < measures.size(); i++) {
            into.put(measures.get(i).name(), values.get(i));
        }
        return into;
    }
}
