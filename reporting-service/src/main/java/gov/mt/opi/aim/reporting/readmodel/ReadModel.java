package gov.mt.opi.aim.reporting.readmodel;

import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.LocalDate;

/** The statewide view as reporting keeps it. */
public interface ReadModel {

    /**
     * Takes all changes in, or none: newer states replace older ones, never the reverse. Taking the same changes again
     * changes nothing.
     */
    void apply(StateChanges changes);

    /** Counts the members of a day. */
    Counts membership(LocalDate on, Slice slice);
}
