/**
 * The checks of single fields, derived from the layouts: required, length, format, code. A check exists for a field when
 * the catalogue has its rule, {@code <type>-<field><digit>}; severity and words come from there. What depends on another
 * field is a condition and stands elsewhere.
 */
package gov.mt.opi.aim.validation.format;
