package gov.mt.opi.aim.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a table report answers.
 *
 * @param totals a value for each measure, over all rows
 * @param rows the groups, in order; empty when only the totals were asked for
 * @param asOf when the read model had last changed; empty when it was empty
 */
public record ReportTable(List<Number> totals, List<Row> rows, Optional<Instant> asOf) {

    /**
     * A group.
     *
     * @param values a value for each row dimension
     * @param measures a value for each measure; null where there is none
     */
    public record Row(List<String> values, List<Number> measures) {}
}
