package gov.mt.opi.aim.lunchregister;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest state of every thing of one topic.
 *
 * <p>Delivery is at least once, so a state may come again, and in rare cases an older one after a newer one. The version
 * says which is newer, and the version of what is gone is remembered, so that nothing rises from the dead.
 *
 * @param <T> what is kept of a thing
 */
final class Newest<T> {

    private record State<T>(long version, Optional<T> value) {}

    private final Map<String, State<T>> states = new HashMap<>();

    /** Takes a state in; false when it is known already, or older than what is known. */
    boolean is(String key, long version, T value) {
        return take(key, new State<>(version, Optional.of(value)));
    }

    /** Takes in that a thing is gone. */
    boolean isGone(String key, long version) {
        return take(key, new State<>(version, Optional.empty()));
    }

    private boolean take(String key, State<T> state) {
        State<T> known = states.get(key);
        if (known != null && known.version() >= state.version()) {
            return false;
        }
        states.put(key, state);
        return true;
    }

    Optional<T> get(String key) {
        State<T> known = states.get(key);
        return known == null ? Optional.empty() : known.value();
    }

    /** The things that are there. */
    Collection<T> all() {
        return states.values().stream()
                .flatMap(state -> Stream.ofNullable(state.value().orElse(null)))
                .toList();
    }
}
