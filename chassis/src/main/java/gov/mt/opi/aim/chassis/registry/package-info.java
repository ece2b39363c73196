/** The registry of districts, schools and calendars as services see it that do not own it: from its compacted topics. */
package gov.mt.opi.aim.chassis.registry;
