/**
 * What must be true after every fault, computed the plain way from the files that were sent: nothing here knows how the
 * services work, only their contract and where the statewide view is kept.
 */
package gov.mt.opi.aim.faults.oracle;
