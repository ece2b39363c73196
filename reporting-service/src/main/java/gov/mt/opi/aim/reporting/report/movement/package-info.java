/** Moves that do not fit together: the definition, as answers print it, and what it is counted from. */
package gov.mt.opi.aim.reporting.report.movement;
