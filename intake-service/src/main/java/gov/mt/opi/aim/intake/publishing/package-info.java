/**
 * Sends the lines of kept files on their way, file by file in the order of receipt, and goes on where it was after a
 * crash. What the lines say is not looked at.
 */
package gov.mt.opi.aim.intake.publishing;
