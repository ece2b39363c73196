/**
 * Statements that must hold between a line and the statewide view, one small class each, beside its kin. A rule sees one
 * {@link gov.mt.opi.aim.statestore.record.Line} with facts that were fetched for the whole batch; it asks nobody else.
 *
 * <p>A rule is silent where another already speaks: what both could say belongs to the one whose hint helps more.
 */
package gov.mt.opi.aim.statestore.rule;
