/**
 * What must hold between the fields of one record, and between a field and the header date. One class a rule, by record
 * type; a condition is asked only when every field that it needs is clean.
 */
package gov.mt.opi.aim.validation.condition;
