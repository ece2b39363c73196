package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Applied;
import java.util.function.Function;

/** Runs a person's work on the view. */
public interface StewardTransactions {

    /**
     * Does the work in one transaction, its events included, while no batch of records is under way: batches that run are
     * waited for, and new ones wait. So what is moved from one student to another is all there is.
     */
    void alone(Function<StewardView, Applied> work);

    /** Looks, and changes nothing. */
    <T> T read(Function<StewardView, T> work);
}
