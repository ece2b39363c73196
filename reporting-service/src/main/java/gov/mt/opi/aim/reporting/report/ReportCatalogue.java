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

    public static final Report COMPLETENESS = new Report(
            "completeness",
            "Completeness of a district before it certifies a collection",
            "Rules COL-001 to COL-012 of the catalogue, held against the members of the collection's count date and the"
                    + " records of its year. Those of severity BLOCKS_CERTIFICATION must hold before the district"
                    + " certifies; warnings are kept with the certification. Open identity cases do not block while they"
                    + " are fewer than 2 in 100 members. A rule that is not for the collection's kind does not apply."
                    + " COL-006 compares with the same day a year before. A certification points at a snapshot of the"
                    + " district's members that is taken in the moment of signing.",
            "/api/v1/collections/{collection}/districts/{district}/completeness",
            List.of());

    public static final List<Report> ALL = Stream.concat(
                    Stream.of(
                            MembershipReport.LIVE,
                            MembershipReport.FROZEN,
                            MembershipReport.DIFFERENCE,
                            SubgroupsReport.ABOUT,
                            COMPLETENESS),
                    TABLES.stream().map(TableReport::about))
            .toList();

    private ReportCatalogue() {}
}
