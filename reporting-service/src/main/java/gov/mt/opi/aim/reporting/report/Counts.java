package gov.mt.opi.aim.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A counted slice. The rows add up to the total.
 *
 * @param total all members of the slice
 * @param rows members by the slice's row dimensions, in their order; empty when only the total was asked for
 * @param asOf when what was counted had last changed; empty when there was nothing yet
 */
public record Counts(long total, List<Row> rows, Optional<Instant> asOf) {

    public Counts {
        rows = List.copyOf(rows);
    }

    /**
     * Members that are alike in all row dimensions.
     *
     * @param values a value for each row dimension, in their order; empty text when it is not known
     * @param students how many
     */
    public record Row(List<String> values, long students) {}
}
