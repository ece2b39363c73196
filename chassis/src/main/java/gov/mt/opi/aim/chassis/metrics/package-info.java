/** What a service tells of itself while it works: how long the steps of a batch take. No metric has data of a record. */
package gov.mt.opi.aim.chassis.metrics;
