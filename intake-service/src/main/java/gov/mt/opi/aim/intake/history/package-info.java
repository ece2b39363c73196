/** What happened to a submission, and by whom: an account that only grows. What became of its lines is not told here. */
package gov.mt.opi.aim.intake.history;
