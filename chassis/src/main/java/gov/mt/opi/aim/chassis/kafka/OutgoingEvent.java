package gov.mt.opi.aim.chassis.kafka;

import gov.mt.opi.aim.contracts.topic.Topic;

/**
 * An event on its way to a topic.
 *
 * @param topic where to
 * @param key what keeps related events in order; no personal data
 * @param id the same for the same fact whenever it is sent again; no personal data
 * @param type kind of the event, for example {@code aim.record.accepted}
 * @param value JSON; null says that the thing is gone (compacted topics)
 */
public record OutgoingEvent(Topic topic, String key, String id, String type, byte[] value) {}
