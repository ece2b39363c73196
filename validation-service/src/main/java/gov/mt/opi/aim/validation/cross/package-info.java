/**
 * Rules across the records of one file. They see the gist of every record that is clean by itself, all at once, so that
 * the order of lines cannot matter. One class a rule; {@code CrossRules} says in which order they speak.
 */
package gov.mt.opi.aim.validation.cross;
