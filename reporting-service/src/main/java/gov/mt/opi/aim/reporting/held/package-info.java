/** Lines that wait for a person or for another district. */
package gov.mt.opi.aim.reporting.held;
