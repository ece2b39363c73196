/**
 * The lines of a file that were rejected, with what is wrong beside them: mend, send again, done. The columns that are added
 * for people are known here, so that they are left out again when somebody sends them back.
 */
package gov.mt.opi.aim.intake.rejected;
