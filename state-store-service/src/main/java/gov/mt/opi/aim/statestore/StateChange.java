package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.util.Map;
import java.util.UUID;

/**
 * A thing of the view that changed, as the world is told.
 *
 * @param topic the topic of its kind
 * @param key opaque key of the thing
 * @param value its complete current state; of a thing that is gone, whose it was and the version that says so
 * @param gone whether the thing left the view: its topic gets a tombstone
 */
public record StateChange(Topic topic, UUID key, StateChanged value, boolean gone) {

    /** A thing that the view holds. */
    public StateChange(Topic topic, UUID key, StateChanged value) {
        this(topic, key, value, false);
    }

    /**
     * A thing that the view holds no longer.
     *
     * @param last its envelope with a version greater than that of its last state and the moment it went; fields are not
     *     repeated
     */
    public static StateChange gone(Topic topic, UUID key, StateChanged last) {
        return new StateChange(
                topic,
                key,
                new StateChanged(
                        last.contractVersion(),
                        last.studentKey(),
                        last.stateId(),
                        last.districtNumber(),
                        last.changedAt(),
                        last.version(),
                        last.source(),
                        Map.of()),
                true);
    }
}
