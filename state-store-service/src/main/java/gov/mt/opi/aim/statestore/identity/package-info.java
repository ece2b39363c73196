/**
 * What people decide about identity: the steward's queue, merges of State IDs and their undoing, and the sweep that looks for
 * pairs nobody decided about. Matching itself is in {@link gov.mt.opi.aim.statestore.student}; how cases and merges are kept
 * is in {@code db}.
 */
package gov.mt.opi.aim.statestore.identity;
