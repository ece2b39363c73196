/**
 * The verdict about a gathered file: every line is read twice, first to find what is clean and what rules across records
 * say, then to emit. Between the two only the gist of a record is kept, so that a file of half a million lines fits.
 */
package gov.mt.opi.aim.validation.judging;
