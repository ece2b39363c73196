/** Conditions of enrollments (EN, spec 2.6). */
package gov.mt.opi.aim.validation.condition.enrollment;
