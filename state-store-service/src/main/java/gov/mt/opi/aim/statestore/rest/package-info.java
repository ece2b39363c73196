/** The HTTP face of the state-store: students, registry, held records. Only translation and the caller's scope. */
package gov.mt.opi.aim.statestore.rest;
