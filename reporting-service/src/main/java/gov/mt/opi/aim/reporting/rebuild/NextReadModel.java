package gov.mt.opi.aim.reporting.rebuild;

import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A read model that is being built while another one serves. */
public interface NextReadModel {

    /** Begins with nothing. What an earlier attempt left is forgotten. */
    void begin();

    /** Takes a batch of changes in. */
    void apply(StateChanges changes);

    /**
     * Makes it the one that serves, at one moment.
     *
     * @param catchUp reads what the serving one has read since, up to the positions it is given, into what it is given;
     *     meanwhile the serving one takes nothing in. It may be called again
     */
    void replace(BiConsumer<List<Position>, Consumer<StateChanges>> catchUp);
}
