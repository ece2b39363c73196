/**
 * Lines that wait for a person or for another district. They are kept whole and do not count. {@link
 * gov.mt.opi.aim.statestore.held.Release} judges them again when what they wait for has happened.
 */
package gov.mt.opi.aim.statestore.held;
