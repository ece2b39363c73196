package gov.mt.opi.aim.reporting.report;

import java.util.List;
import java.util.Map;

/** What the read model answers to table reports. */
public interface TableReports {

    /** Adds up the groups of a slice. */
    ReportTable table(TableReport report, SchoolYear year, Slice slice);

    /** The students behind the numbers, in the order of district, school and State ID. */
    List<Map<String, Object>> students(TableReport report, SchoolYear year, Slice slice, long offset, int limit);

    long studentCount(TableReport report, SchoolYear year, Slice slice);
}
