package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.rule.RuleConfig;

/** Lets tests of other packages apply records and mend them under settings of their own. */
public final class StateStores {

    private StateStores() {}

    public static StateStore of(StateTransactions transactions, RuleConfig config) {
        return new StateStore(transactions, Merges.all(config));
    }

    public static Corrections corrections(StateTransactions transactions, RuleConfig config) {
        return new Corrections(transactions, Merges.all(config));
    }
}
