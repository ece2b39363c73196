/**
 * The events that travel between services and to downstream systems, as JSON.
 *
 * <p>Within contract version 1 fields are only added; consumers ignore what they do not know. Students' data stand in
 * values only, never in keys or headers.
 */
package gov.mt.opi.aim.contracts.event;
