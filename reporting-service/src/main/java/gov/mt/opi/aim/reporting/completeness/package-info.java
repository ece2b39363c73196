/**
 * What must be so before a district certifies a collection (rules COL-001 to COL-012): the rules that look into the read
 * model are a query each, beside this package in the resources; those that compare years are classes.
 */
package gov.mt.opi.aim.reporting.completeness;
