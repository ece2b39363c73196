package gov.mt.opi.aim.load.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in nanoseconds, and which of them a part does not exceed. Several threads may add. */
public final class Percentiles {

    private final List<Long> all = Collections.synchronizedList(new ArrayList<>());

    public void add(long nanos) {
        all.add(nanos);
    }

    public int count() {
        return all.size();
    }

    /**
     * The smallest duration that a part of all do not exceed.
     *
     * @param part from 0 to 1; 0.5 is the median
     * @return milliseconds; 0 when there is none
     */
    public double millis(double part) {
        List<Long> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
