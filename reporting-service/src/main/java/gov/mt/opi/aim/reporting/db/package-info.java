/**
 * The read model and the snapshots in PostgreSQL: set-based writes, and one engine that counts members of either. What a
 * count means is said in {@code report}; no other package knows SQL.
 */
package gov.mt.opi.aim.reporting.db;
