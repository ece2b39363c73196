package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.util.UUID;

/**
 * A thing of the view that changed, as the world is told.
 *
 * @param topic the topic of its kind
 * @param key opaque key of the thing
 * @param value its complete current state
 */
public record StateChange(Topic topic, UUID key, StateChanged value) {}
