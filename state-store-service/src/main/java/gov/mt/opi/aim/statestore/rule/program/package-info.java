/** What must hold between a PP record and the enrollments of its student. */
package gov.mt.opi.aim.statestore.rule.program;
