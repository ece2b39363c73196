/**
 * The rule catalogue and the shape of a finding.
 *
 * <p>The catalogue is data ({@code rules.tsv} beside this package): ids, severities, owners and texts. The code that
 * decides whether a rule holds lives in the service that owns the rule.
 */
package gov.mt.opi.aim.contracts.rule;
