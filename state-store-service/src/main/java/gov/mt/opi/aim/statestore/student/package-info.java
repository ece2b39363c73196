/**
 * Identity: one child, one State ID. Matching is automatic only on exact evidence; whatever is near waits for a person.
 *
 * <p>Plain decisions over what a {@link gov.mt.opi.aim.statestore.student.Roster} knows; no database, no clock.
 */
package gov.mt.opi.aim.statestore.student;
