/**
 * What changed in the view, for those who have no Kafka, and the view published again for those who have.
 *
 * <p>Every transaction notes what it changed in one row ({@link gov.mt.opi.aim.statestore.changes.ChangedThings}); values
 * stand in the view only, and are looked up when somebody reads. No database and no HTTP here.
 */
package gov.mt.opi.aim.statestore.changes;
