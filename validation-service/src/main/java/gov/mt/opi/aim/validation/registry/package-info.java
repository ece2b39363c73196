/** What a record says about schools and calendars, against the registry of the state (rules XS-012, XS-014, XS-015). */
package gov.mt.opi.aim.validation.registry;
