/** Dropouts and completers of a year: the definition, as answers print it, and what it is counted from. */
package gov.mt.opi.aim.reporting.report.dropouts;
