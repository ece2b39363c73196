package gov.mt.opi.aim.reporting.report;

import gov.mt.opi.aim.reporting.report.membership.MembershipReport;
import java.util.List;

/** All reports. A new one is a folder beside {@code membership} and a line here. */
public final class ReportCatalogue {

    public static final List<Report> ALL =
            List.of(MembershipReport.LIVE, MembershipReport.FROZEN, MembershipReport.DIFFERENCE);

    private ReportCatalogue() {}
}
