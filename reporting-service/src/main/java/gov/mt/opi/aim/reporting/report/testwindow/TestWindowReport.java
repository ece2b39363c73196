package gov.mt.opi.aim.reporting.report.testwindow;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.Report;
import gov.mt.opi.aim.reporting.report.TableReport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test-window attendance (spec 2.8). */
public final class TestWindowReport {

    private static final List<Dimension> DIMENSIONS = Arrays.stream(Dimension.values())
            .filter(dimension -> dimension != Dimension.SERVICE_TYPE)
            .toList();

    public static final TableReport REPORT = new TableReport(
            new Report(
                    "test-window-attendance",
                    "Attendance on the test-window date",
                    "Students with a Primary enrollment that covers the test-window date of its calendar, each once."
                            + " attendanceRate is 1 less the portions of the day absent, divided by the students who have"
                            + " an attendance record of the same school, calendar and year; who has none is not assumed"
                            + " present, but counted in withoutAttendance and listed under /students. weightedEnrollment"
                            + " weighs those students by their aggregate hours: N 0, Q 1/4, H 1/2, T 3/4, F 1. It is not"
                            + " the statutory ANB (MCA 20-9-311), which averages an October and a February count that"
                            + " MT1.3 does not carry. Calendars without a test-window date are not in it.",
                    "/api/v1/reports/test-window-attendance",
                    TableReport.keys(DIMENSIONS)),
            TableReport.relation(TestWindowReport.class, "test-window.sql"),
            DIMENSIONS,
            List.of(
                    Measure.count("enrolled", "count(*)"),
                    Measure.count("withAttendance", "count(portion_absent)"),
                    Measure.countWhere("withoutAttendance", "portion_absent IS NULL"),
                    Measure.sum("portionsAbsent", "sum(portion_absent)"),
                    Measure.rate("attendanceRate", "1 - sum(portion_absent) / nullif(count(portion_absent), 0)"),
                    Measure.sum("weightedEnrollment", "sum(weight)")),
            "portion_absent IS NULL",
            listColumns());

    private TestWindowReport() {}

    private static Map<String, String> listColumns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("stateId", "state_id");
        columns.put("district", "district");
        columns.put("school", "school");
        columns.put("grade", "grade");
        columns.put("countDate", "count_date");
        return columns;
    }
}
