/**
 * Random histories of files and of people's decisions, played to the state-store on the real database and to a simple model
 * beside it. The model is written from the decisions, not from the service: it compares every child with everybody and goes
 * through all enrollments, in lists. What it shares with the service are the events and the order of source versions.
 */
package gov.mt.opi.aim.statestore.history;
