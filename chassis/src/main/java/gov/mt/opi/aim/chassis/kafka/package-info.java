/** Events in batches: what is read, retried, sent and put aside. Values are JSON, CloudEvents attributes are headers. */
package gov.mt.opi.aim.chassis.kafka;
