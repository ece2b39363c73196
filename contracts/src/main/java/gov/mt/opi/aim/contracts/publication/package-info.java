/**
 * The contracts as downstream teams get them: a JSON Schema for every event and an AsyncAPI document of all topics.
 *
 * <p>They are files, derived from the declarations by a test of this module, which also holds that they are up to date and
 * that within v1 nothing but additions is made. Nothing is generated while a service runs.
 */
package gov.mt.opi.aim.contracts.publication;
