/**
 * The barrier: the lines of a file are gathered until all are there, because records are judged together. Nothing here
 * looks into a line.
 */
package gov.mt.opi.aim.validation.gathering;
