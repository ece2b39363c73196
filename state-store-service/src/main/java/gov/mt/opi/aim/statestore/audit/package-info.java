/**
 * Who read or decided what about whom, and when. Only ids stand here, never a name, a date or a value.
 *
 * <p>Entries are added and never changed; the database refuses it. A read is recorded before it is answered, a decision in
 * the transaction that carries it out, so that neither happens without its entry.
 */
package gov.mt.opi.aim.statestore.audit;
