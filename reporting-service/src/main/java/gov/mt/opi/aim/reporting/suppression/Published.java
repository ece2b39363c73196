package gov.mt.opi.aim.reporting.suppression;

import gov.mt.opi.aim.reporting.report.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts as an audience sees them.
 *
 * @param total all members of the slice; empty when hidden
 * @param rows members by row; empty where hidden
 * @param asOf when what was counted had last changed
 */
public record Published(Optional<Long> total, List<Row> rows, Optional<Instant> asOf) {

    /**
     * A row.
     *
     * @param values a value for each row dimension
     * @param students how many; empty when hidden
     */
    public record Row(List<String> values, Optional<Long> students) {}

    /** Counts for those who may see all of them. */
    public static Published open(Counts counts) {
        return new Published(
                Optional.of(counts.total()),
                counts.rows().stream()
                        .map(row -> new Row(row.values(), Optional.of(row.students())))
                        .toList(),
                counts.asOf());
    }
}
