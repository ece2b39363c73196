/**
 * The topics of the statewide view and of held lines, read in batches. What cannot be read goes to the dead letters by its place; what is
 * made of the rest is decided inside.
 */
package gov.mt.opi.aim.reporting.kafka;
