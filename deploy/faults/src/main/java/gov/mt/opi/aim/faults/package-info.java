/**
 * Breaks a running AIM on purpose and holds what comes of it against the files that were sent: faults, the trials that they
 * are tried in, and the command {@code ./deploy/faults/run}. No class of a service is used here.
 */
package gov.mt.opi.aim.faults;
