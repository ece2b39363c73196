/**
 * The record types of MT1.3 and their code lists, each declared once.
 *
 * <p>Parsing, format findings, the layout pages and the schemas are derived from these declarations. What a field means
 * lives here; how a line is read or judged does not.
 */
package gov.mt.opi.aim.contracts.layout;
