/** What must hold between an EN record and the other enrollments of its student, in every district. */
package gov.mt.opi.aim.statestore.rule.enrollment;
