/**
 * A real PostgreSQL and a real Kafka broker on this machine, for tests and for the local run.
 *
 * <p>Containers where an engine answers (tests only), else the same servers from Maven artifacts. Nothing of the product
 * may depend on this module outside of tests and {@code deploy/}.
 */
package gov.mt.opi.aim.backing;
