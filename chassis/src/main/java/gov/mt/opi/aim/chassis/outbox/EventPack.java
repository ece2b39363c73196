package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/**
 * The events of one transaction as bytes: sixteen that no other pack begins with, by which an instance knows its own again,
 * and the events compressed.
 */
final class EventPack {

    static final int MARK_BYTES = 16;

    private static final int NO_VALUE = -1;
    /** Of one {@code char}. */
    private static final int UTF8_BYTES_MAX = 3;

    private static final int BUFFER_BYTES = 64 * 1024;

    private EventPack() {}

    static byte[] pack(UUID mark, List<OutgoingEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
        bytes.writeBytes(ByteBuffer.allocate(MARK_BYTES)
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits())
                .array());
        // What is not compressed yet is a part of the events only: all of them are many megabytes.
        ByteBuffer plain = ByteBuffer.allocate(BUFFER_BYTES).putInt(events.size());
        try (OutputStream out = new LZ4FrameOutputStream(bytes, LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB)) {
            for (OutgoingEvent event : events) {
                int room = sizeMax(event);
                if (plain.remaining() < room) {
                    out.write(plain.array(), 0, plain.position());
                    plain = plain.capacity() < room ? ByteBuffer.allocate(room) : plain.clear();
                }
                put(plain, event);
            }
            out.write(plain.array(), 0, plain.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ByteBuffer plain, OutgoingEvent event) {
        put(plain, event.topic().name());
        put(plain, event.key());
        put(plain, event.id());
        put(plain, event.type());
        if (event.value() == null) {
            plain.putInt(NO_VALUE);
        } else {
            plain.putInt(event.value().length).put(event.value());
        }
    }

    /** Bytes that an event takes at most, not compressed. */
    private static int sizeMax(OutgoingEvent event) {
        int letters = event.topic().name().length()
                + event.key().length()
                + event.id().length()
                + event.type().length();
        return UTF8_BYTES_MAX * letters
                + 4 * Short.BYTES
                + Integer.BYTES
                + (event.value() == null ? 0 : event.value().length);
    }

    /** The mark of a pack of which the beginning is known. */
    static UUID mark(byte[] beginning) {
        ByteBuffer bytes = ByteBuffer.wrap(beginning);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static List<OutgoingEvent> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new LZ4FrameInputStream(new ByteArrayInputStream(packed, MARK_BYTES, packed.length - MARK_BYTES)),
                BUFFER_BYTES))) {
            int count = in.readInt();
            List<OutgoingEvent> events = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Topic topic = Topic.valueOf(readText(in));
                String key = readText(in);
                String id = readText(in);
                String type = readText(in);
                int length = in.readInt();
                byte[] value = length == NO_VALUE ? null : in.readNBytes(length);
                events.add(new OutgoingEvent(topic, key, id, type, value));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
    }
}
