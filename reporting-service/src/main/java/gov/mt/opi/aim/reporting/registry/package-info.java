/** The districts, schools and calendars that reports need to know of. They belong to the state-store. */
package gov.mt.opi.aim.reporting.registry;
