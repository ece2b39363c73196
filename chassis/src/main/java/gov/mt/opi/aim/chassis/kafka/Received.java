package gov.mt.opi.aim.chassis.kafka;

/**
 * An event as it was read.
 *
 * @param topic topic name
 * @param partition partition
 * @param offset offset
 * @param key key of the message
 * @param event the value; null for a tombstone
 */
public record Received<T>(String topic, int partition, long offset, String key, T event) {}
