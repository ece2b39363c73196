/**
 * The outbox: events written in the transaction that causes them, sent by one relay when it is committed.
 *
 * <p>A transaction writes one row with all its events, so that the cost for an event is that of its bytes. The row is
 * written last, so that of two transactions that changed the same thing the later one has the greater number; one relay
 * in the whole system sends the rows in order, so that a compacted topic ends with the newest value.
 */
package gov.mt.opi.aim.chassis.outbox;
