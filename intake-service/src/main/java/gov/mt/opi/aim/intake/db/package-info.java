/**
 * The ledgers of intake in PostgreSQL. Hot writes are set-based, one transaction a batch; nothing is decided here that the
 * domain could decide, and nothing is sent from here but through the outbox.
 */
package gov.mt.opi.aim.intake.db;
