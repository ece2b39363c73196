/** What must hold between an AT record, the count date of its school and the enrollments of its student. */
package gov.mt.opi.aim.statestore.rule.attendance;
