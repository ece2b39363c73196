/** The HTTP conventions of all services: problem documents (RFC 9457) and paged lists. */
package gov.mt.opi.aim.chassis.rest;
