package gov.mt.opi.aim.reporting.report.dropouts;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.Report;
import gov.mt.opi.aim.reporting.report.TableReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dropouts and completers of a year from 1 October to 30 September. */
public final class DropoutsReport {

    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.DISTRICT, Dimension.SCHOOL, Dimension.GRADE, Dimension.RACE_ETHNICITY, Dimension.GENDER);

    private static final String IS_DROPOUT = "kind = 'dropout'";
    private static final String IS_MEMBER = "kind = 'member'";
    private static final String IN_HIGH_SCHOOL = " AND in_high_school";

    public static final TableReport REPORT = new TableReport(
            new Report(
                    "dropouts",
                    "Dropouts and completers",
                    "Year Y is from 1 October of the year before to 30 September of Y. A dropout is a student whose last"
                            + " Primary enrollment that touches the year ends in it with status 300, 310, 320, 330 or"
                            + " 340, in grade 07 to 12, UM or UH, with no enrollment of any kind in any district that"
                            + " starts after that end on or before 30 September, and no later completion (400, 410, 420)"
                            + " or death (500) by then. Each counts once, at the school of that enrollment. Rates are"
                            + " dropouts divided by members on 1 October: grades 07 to 12, UM and UH, and grades 09 to 12"
                            + " and UH. Completers left in the year with 400 (graduates), 410 (GED, school approved"
                            + " program) or 420 (other credentials), each once, by the last of them. MT1.3 cannot report"
                            + " students who were expected and never came, so no no-shows are in it.",
                    "/api/v1/reports/dropouts",
                    TableReport.keys(DIMENSIONS)),
            TableReport.relation(DropoutsReport.class, "dropouts.sql"),
            DIMENSIONS,
            List.of(
                    Measure.countWhere("dropouts", IS_DROPOUT),
                    Measure.countWhere("membership7to12", IS_MEMBER),
                    Measure.rate("dropoutRate7to12", rate("")),
                    Measure.countWhere("dropouts9to12", IS_DROPOUT + IN_HIGH_SCHOOL),
                    Measure.countWhere("membership9to12", IS_MEMBER + IN_HIGH_SCHOOL),
                    Measure.rate("dropoutRate9to12", rate(IN_HIGH_SCHOOL)),
                    Measure.countWhere("graduates", "kind = 'graduate'"),
                    Measure.countWhere("gedCompleters", "kind = 'ged'"),
                    Measure.countWhere("otherCompleters", "kind = 'other'")),
            "kind <> 'member'",
            listColumns());

    private DropoutsReport() {}

    private static String rate(String of) {
        return "count(*) FILTER (WHERE " + IS_DROPOUT + of + ")::numeric / nullif(count(*) FILTER (WHERE " + IS_MEMBER
                + of + "), 0)";
    }

    private static Map<String, String> listColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("stateId", "state_id");
        columns.put("district", "district");
        columns.put("school", "school");
        columns.put("grade", "grade");
        columns.put("kind", "kind");
        columns.put("endDate", "end_date");
        columns.put("endStatus", "end_status");
        columns.put("dropoutReason", "dropout_reason");
        return columns;
    }
}
