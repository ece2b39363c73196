/** The topics by which services and downstream systems meet: names, keys, kinds. No producer or consumer lives here. */
package gov.mt.opi.aim.contracts.topic;
