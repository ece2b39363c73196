package gov.mt.opi.aim.reporting.readmodel;

import java.util.List;

/** The statewide view as reporting keeps it. */
public interface ReadModel {

    /**
     * Takes all changes in, or none: newer states replace older ones, never the reverse. Taking the same changes again
     * changes nothing.
     */
    void apply(StateChanges changes);

    /** How far every stream was read. */
    List<StateChanges.Position> positions();
}
