/** Lines in, verdicts out, offsets. Translates and calls; decides nothing. */
package gov.mt.opi.aim.validation.kafka;
