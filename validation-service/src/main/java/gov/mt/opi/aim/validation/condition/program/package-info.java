/** Conditions of program participation (PP, spec 2.7). */
package gov.mt.opi.aim.validation.condition.program;
