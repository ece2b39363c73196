/**
 * Everybody's days as a member, in memory and in columns, so that any count of any day is one pass over numbers. Where it
 * is read from does not belong here; it only knows the port {@link gov.mt.opi.aim.reporting.census.CensusSource}.
 */
package gov.mt.opi.aim.reporting.census;
