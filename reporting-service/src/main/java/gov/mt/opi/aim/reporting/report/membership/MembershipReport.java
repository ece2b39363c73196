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
                    + " total; with zeros=true there is also a row for every combination that nobody is in.";

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

    public static final Report DIFFERENCE = new Report(
            "snapshot-difference",
            "What two snapshots do not have in common",
            "Students of an earlier snapshot (before) and of a later one (after), counted the same way, and the change:"
                    + " after less before. Without from, the earlier one is the revision before. By student: added is who"
                    + " is in the later one only, removed who is in the earlier one only, changed who is in both with"
                    + " something that is counted by, hours or portion absent not the same. Within a district, who came"
                    + " from another one is added and who went there is removed.",
            "/api/v1/snapshots/{id}/difference",
            DIMENSIONS);

    private MembershipReport() {}
}
