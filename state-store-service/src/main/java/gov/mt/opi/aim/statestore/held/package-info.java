/** Lines that wait for a person or for another district. They are kept whole and do not count. */
package gov.mt.opi.aim.statestore.held;
