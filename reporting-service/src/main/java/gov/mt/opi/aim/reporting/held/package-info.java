/** Lines that wait for a person or for another district, as outcomes tell of them. */
package gov.mt.opi.aim.reporting.held;
