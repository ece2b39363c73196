package gov.mt.opi.aim.reporting.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The names of properties that somebody cares for, to be found by their bytes without making a string of them. */
final class PropertyNames {

    /** What every other name is. */
    static final String OTHER = "";

    private final byte[][] bytes;
    private final String[] names;

    PropertyNames(Collection<String> wanted) {
        // Four times as much room as names, so that a look-up nearly always finds its name or nothing at once.
        int room = Integer.highestOneBit(wanted.size()) * 8;
        this.bytes = new byte[room][];
        this.names = new String[room];
        for (String name : wanted) {
            byte[] ofName = name.getBytes(StandardCharsets.UTF_8);
            int slot = hash(ofName, 0, ofName.length) & (room - 1);
            while (names[slot] != null && !names[slot].equals(name)) {
                slot = (slot + 1) & (room - 1);
            }
            bytes[slot] = ofName;
            names[slot] = name;
        }
    }

    /** The name that these bytes are, or {@link #OTHER}. */
    String find(byte[] json, int from, int to) {
        int slot = hash(json, from, to) & (names.length - 1);
        while (names[slot] != null) {
            if (Arrays.equals(bytes[slot], 0, bytes[slot].length, json, from, to)) {
                return names[slot];
            }
            slot = (slot + 1) & (names.length - 1);
        }
        return OTHER;
    }

    /** Names that differ, differ in their length, first or last letters most often. */
    private static int hash(byte[] json, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int hash = json[from] + 31 * json[from + length / 2] + 961 * json[to - 1] + 29791 * length;
        return (hash ^ (hash >>> 7)) * 0x9E3779B1 >>> 16;
    }
}
