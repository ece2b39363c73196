package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of one moment of the read model, kept until it moves on: between two collections the same few questions are
 * asked over and over. Small, and forgotten as a whole.
 */
final class RecentCounts {

    private final Map<Question, Counts> counts = new LinkedHashMap<>();
    private final int rowsMax;
    private Moment moment;
    private int rows;

    private record Question(LocalDate on, Slice slice) {}

    RecentCounts(int rowsMax) {
        this.rowsMax = rowsMax;
    }

    synchronized Optional<Counts> find(Moment asked, LocalDate on, Slice slice) {
        return asked.equals(moment) ? Optional.ofNullable(counts.get(new Question(on, slice))) : Optional.empty();
    }

    synchronized void keep(Moment of, LocalDate on, Slice slice, Counts counted) {
        int weight = counted.rows().size() + 1;
        if (!of.equals(moment) || rows + weight > rowsMax) {
            counts.clear();
            rows = 0;
            moment = of;
        }
        if (weight <= rowsMax && counts.put(new Question(on, slice), counted) == null) {
            rows += weight;
        }
    }
}
