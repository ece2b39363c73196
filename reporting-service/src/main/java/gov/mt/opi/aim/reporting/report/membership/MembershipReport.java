package gov.mt.opi.aim.reporting.report.membership;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Report;
import java.util.Arrays;
import java.util.List;

/** Membership on date D, as the state defines it (spec 2.6: both dates are days enrolled). */
public final class MembershipReport {

    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::key).toList();

    private static final String ROWS =
            " Program data are those of the same student, district, school, calendar and year; without them they count as"
                    + " not participating. An empty value means not known, for lepStatus none. Rows by school also name"
                    + " the district, because school numbers are unique within a district only. The rows add up to the"
                    + " total.";

    public static final Report LIVE = new Report(
            "membership",
            "Membership on a day, as the statewide view is now",
            "Students with an enrollment that starts on or before the day and has no end or ends on or after it; both"
                    + " dates are days enrolled. A student counts once, in the Primary enrollment; should two overlap"
                    + " for a moment, in the one that starts later. When serviceType is asked for, every service type is"
                    + " counted: Primary once for each student, the others once for each student, school and service"
                    + " type. Held records do not count."
                    + ROWS,
            "/api/v1/membership",
            DIMENSIONS);

    public static final Report FROZEN = new Report(
            "snapshot-counts",
            "Membership on a count date, as it was frozen",
            "The students of the snapshot: those with a Primary enrollment that starts on or before the count date and"
                    + " has no end or ends on or after it, as the statewide view said when the snapshot was taken. It"
                    + " never changes."
                    + ROWS,
            "/api/v1/snapshots/{id}/counts",
            DIMENSIONS);

    private MembershipReport() {}
}
