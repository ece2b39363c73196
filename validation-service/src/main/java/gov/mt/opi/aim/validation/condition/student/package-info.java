/** Conditions of student demographics (SD, spec 2.3). */
package gov.mt.opi.aim.validation.condition.student;
