package gov.mt.opi.aim.reporting.report;

import gov.mt.opi.aim.reporting.report.dropouts.DropoutsReport;
import gov.mt.opi.aim.reporting.report.membership.MembershipReport;
import gov.mt.opi.aim.reporting.report.movement.MovementReport;
import gov.mt.opi.aim.reporting.report.subgroups.SubgroupsReport;
import gov.mt.opi.aim.reporting.report.testwindow.TestWindowReport;
import java.util.List;
import java.util.stream.Stream;

/** All reports. A new one is a folder beside {@code membership} and a line here. */
public final class ReportCatalogue {

    /** Those that add up the rows of a relation. */
    public static final List<TableReport> TABLES =
            List.of(TestWindowReport.REPORT, DropoutsReport.REPORT, MovementReport.REPORT);

    public static final List<Report> ALL = Stream.concat(
                    Stream.of(
                            MembershipReport.LIVE,
                            MembershipReport.FROZEN,
                            MembershipReport.DIFFERENCE,
                            SubgroupsReport.ABOUT),
                    TABLES.stream().map(TableReport::about))
            .toList();

    private ReportCatalogue() {}
}
