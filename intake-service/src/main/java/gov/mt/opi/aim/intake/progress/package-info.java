/** Submissions as they move: whoever listens is told, and the ledger is asked once for all listeners together. */
package gov.mt.opi.aim.intake.progress;
