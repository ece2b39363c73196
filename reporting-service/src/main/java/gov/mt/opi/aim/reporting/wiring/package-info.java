/** How the plain classes become one running service. Nothing but putting together belongs here. */
package gov.mt.opi.aim.reporting.wiring;
