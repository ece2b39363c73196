package gov.mt.opi.aim.reporting.readmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a batch says about things of one kind, put together: the newest state of each, or that it is gone. A state that is
 * not newer than one that a tombstone took away says nothing.
 *
 * <p>Things are in the order of their keys, so that two writers never wait for each other.
 */
public final class Changes<T extends Versioned> {

    private final SortedMap<UUID, T> newest = new TreeMap<>();
    private final List<Map.Entry<UUID, T>> superseded = new ArrayList<>();
    private final SortedMap<UUID, Long> gone = new TreeMap<>();

    /** A thing is in a state. */
    public void is(UUID key, T state) {
        T known = newest.get(key);
        long least = Math.max(known == null ? 0 : known.version(), gone.getOrDefault(key, 0L));
        if (state.version() > least) {
            newest.put(key, state);
        }
        if (known != null) {
            superseded.add(Map.entry(key, state.version() > known.version() ? known : state));
        }
    }

    /** A thing is gone, in whatever state it was. */
    public void isGone(UUID key) {
        T known = newest.remove(key);
        gone.merge(key, known == null ? 0 : known.version(), Math::max);
    }

    /** The newest state of every thing that the batch did not leave gone. */
    public Map<UUID, T> newest() {
        return Collections.unmodifiableMap(newest);
    }

    /** States that the batch also has of things that it has a newer state of. */
    public List<Map.Entry<UUID, T>> superseded() {
        return Collections.unmodifiableList(superseded);
    }

    /** Every thing that was taken away, with the newest version that the batch had of it then; 0 when it had none. */
    public Map<UUID, Long> gone() {
        return Collections.unmodifiableMap(gone);
    }
}
