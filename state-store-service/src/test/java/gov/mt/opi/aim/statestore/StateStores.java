package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.rule.RuleConfig;

/** State-stores for tests of other packages. */
public final class StateStores {

    private StateStores() {}

    public static StateStore of(StateTransactions transactions, RuleConfig config) {
        return new StateStore(transactions, Merges.all(config));
    }
}
