/**
 * What became of every line: one byte a line, the findings, the counts, the State IDs. Here it is decided which of two
 * outcomes of a line counts; the outcomes themselves are decided elsewhere.
 */
package gov.mt.opi.aim.intake.outcome;
