/** The registry of districts, schools and calendars: loaded by OPI as CSV, all or nothing, and told to everybody. */
package gov.mt.opi.aim.statestore.registry;
