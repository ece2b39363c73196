package gov.mt.opi.aim.statestore;

import java.util.function.Function;

/** Runs work on the view so that all of it happens, its events included, or nothing. */
public interface StateTransactions {

    /**
     * Does the work in one transaction; decisions, view and events are durable together. Conflicts with other
     * transactions and an absent database make it start anew, so the work must depend on nothing but the view.
     */
    void apply(Function<StatewideView, Applied> work);
}
