/** Puts the plain classes of the domain together and starts and stops them. Nothing else happens here. */
package gov.mt.opi.aim.intake.wiring;
