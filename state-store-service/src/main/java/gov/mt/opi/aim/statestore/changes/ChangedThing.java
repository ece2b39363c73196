package gov.mt.opi.aim.statestore.changes;

import gov.mt.opi.aim.statestore.StateChange;
import java.util.UUID;

/**
 * That a thing changed; its value stands in the view.
 *
 * @param kind what it is
 * @param key its opaque key
 * @param version the version that the change made
 * @param gone whether the change took it out of the view
 */
public record ChangedThing(ThingKind kind, UUID key, long version, boolean gone) {

    public static ChangedThing of(StateChange change) {
        return new ChangedThing(
                ThingKind.of(change.topic()), change.key(), change.value().version(), change.gone());
    }
}
