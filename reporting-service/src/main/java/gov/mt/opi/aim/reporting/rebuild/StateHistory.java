package gov.mt.opi.aim.reporting.rebuild;

import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import java.util.List;
import java.util.function.Consumer;

/** The state topics from their beginning. */
public interface StateHistory {

    /** Begins to read. */
    Reading open();

    /** One pass over the topics. */
    interface Reading extends AutoCloseable {

        /** Reads to where the topics ended when this was called. */
        void toTheEnd(Consumer<StateChanges> batches);

        /** Reads on until nothing is left out that stands before some positions. */
        void upTo(List<Position> positions, Consumer<StateChanges> batches);

        @Override
        void close();
    }
}
