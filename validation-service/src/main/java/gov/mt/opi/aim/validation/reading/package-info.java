/**
 * From the text of a line to a record with its values: splitting, record type, number of fields, blanks and quotes (rules
 * REC-002 to REC-009 and REC-012). What a value may be is not decided here.
 */
package gov.mt.opi.aim.validation.reading;
