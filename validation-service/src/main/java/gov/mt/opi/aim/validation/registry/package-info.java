/**
 * What a record says about schools and calendars, against the registry of the state. {@code RegistryRules} says which rule
 * silences which; what the registry knows is looked up once for a file and school or calendar.
 */
package gov.mt.opi.aim.validation.registry;
