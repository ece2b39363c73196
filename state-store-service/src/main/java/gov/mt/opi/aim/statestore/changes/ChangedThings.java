package gov.mt.opi.aim.statestore.changes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one transaction changed, as bytes: 25 for each thing (kind, 128 more when it is gone; key; version). */
public final class ChangedThings {

    /** Most things of one row; what changes more writes several. */
    public static final int COUNT_MAX = 100_000;

    private static final int THING_BYTES = 1 + 16 + 8;
    private static final int GONE = 0x80;

    private ChangedThings() {}

    public static byte[] pack(List<ChangedThing> things) {
        ByteBuffer bytes = ByteBuffer.allocate(things.size() * THING_BYTES);
        for (ChangedThing thing : things) {
            bytes.put((byte) (thing.kind().code() | (thing.gone() ? GONE : 0)))
                    .putLong(thing.key().getMostSignificantBits())
                    .putLong(thing.key().getLeastSignificantBits())
                    .putLong(thing.version());
        }
        return bytes.array();
    }

    public static List<ChangedThing> unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<ChangedThing> things = new ArrayList<>(packed.length / THING_BYTES);
        while (bytes.hasRemaining()) {
            int kind = Byte.toUnsignedInt(bytes.get());
            UUID key = new UUID(bytes.getLong(), bytes.getLong());
            things.add(new ChangedThing(ThingKind.of(kind & ~GONE), key, bytes.getLong(), (kind & GONE) != 0));
        }
        return things;
    }
}
