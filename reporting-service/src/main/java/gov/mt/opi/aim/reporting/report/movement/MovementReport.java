package gov.mt.opi.aim.reporting.report.movement;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.Report;
import gov.mt.opi.aim.reporting.report.TableReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves of which only one side is told, and days that two districts claim. */
public final class MovementReport {

    private static final List<Dimension> DIMENSIONS = List.of(Dimension.DISTRICT, Dimension.SCHOOL, Dimension.GRADE);

    public static final TableReport REPORT = new TableReport(
            new Report(
                    "movement",
                    "Moves that do not fit together",
                    "Primary enrollments of a school year. exitsWithoutLanding left to another public school (120 same"
                            + " district, 130 school choice, 140 another district) and no Primary enrollment starts there"
                            + " on the last day or after it. entriesWithoutLeaving came from another public school (04,"
                            + " 05) and no Primary enrollment at another school ended on the first day or before it."
                            + " overlaps cover a day that an enrollment in another district covers too; both districts"
                            + " see both sides. Each enrollment counts at its own school.",
                    "/api/v1/reports/movement",
                    TableReport.keys(DIMENSIONS)),
            TableReport.relation(MovementReport.class, "movement.sql"),
            DIMENSIONS,
            List.of(
                    Measure.countWhere("exitsWithoutLanding", "kind = 'exitWithoutLanding'"),
                    Measure.countWhere("entriesWithoutLeaving", "kind = 'entryWithoutLeaving'"),
                    Measure.countWhere("overlaps", "kind = 'overlap'")),
            "true",
            listColumns());

    private MovementReport() {}

    private static Map<String, String> listColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("stateId", "state_id");
        columns.put("kind", "kind");
        columns.put("district", "district");
        columns.put("school", "school");
        columns.put("grade", "grade");
        columns.put("day", "day");
        columns.put("status", "status");
        columns.put("otherDistrict", "other_district");
        columns.put("otherSchool", "other_school");
        columns.put("otherDay", "other_day");
        return columns;
    }
}
