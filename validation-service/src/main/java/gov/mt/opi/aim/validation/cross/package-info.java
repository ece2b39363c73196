/**
 * Rules across the records of one file. They see the gist of every record, all at once and in an order of their own, so
 * that the order of lines cannot matter. One class a rule, by what it is about ({@code student}, {@code enrollment}, {@code
 * file}); {@code CrossRules} says in which order they speak. Here is what they share; no rule stands here.
 */
package gov.mt.opi.aim.validation.cross;
