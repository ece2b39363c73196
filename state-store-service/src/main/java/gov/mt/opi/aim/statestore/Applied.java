package gov.mt.opi.aim.statestore;

import java.util.List;

/**
 * What came of applying records.
 *
 * @param decisions what became of each of them
 * @param changes what changed in the view
 */
public record Applied(List<Decision> decisions, List<StateChange> changes) {}
