/** Accepted records in, outcomes and changes of the view out. Only translation; the story is in StateStore. */
package gov.mt.opi.aim.statestore.kafka;
