package gov.mt.opi.aim.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the read model answers to table reports. */
public interface TableReports {

    /** Adds up the groups of a slice. */
    ReportTable table(TableReport report, SchoolYear year, Slice slice);

    /** The students behind the numbers, in the order of district, school and State ID. */
    Students students(TableReport report, SchoolYear year, Slice slice, long offset, int limit);

    /**
     * A part of a list of students.
     *
     * @param items the students of the part
     * @param total how many the whole list has
     * @param asOf when the read model had last changed; empty when it was empty
     */
    record Students(List<Map<String, Object>> items, long total, Optional<Instant> asOf) {}
}
