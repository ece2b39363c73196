package gov.mt.opi.aim.deadletters;

/**
 * A message that a service gave up on.
 *
 * @param service the service
 * @param topic where the message is
 * @param partition its partition
 * @param offset its offset
 * @param reason kind of the failure
 * @param at when the service gave up, UTC
 */
public record Letter(String service, String topic, int partition, long offset, String reason, String at) {}
