/**
 * Enrollments, program participation and test-window attendance: records that refer to a student and replace each other by
 * their natural key.
 */
package gov.mt.opi.aim.statestore.record;
