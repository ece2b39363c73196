package gov.mt.opi.aim.chassis.outbox;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    private static final int BUFFER_BYTES = 64 * 1024;

    private EventPack() {}

    static byte[] pack(UUID mark, List<OutgoingEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(events.size() * 64 + 64);
        bytes.writeBytes(ByteBuffer.allocate(MARK_BYTES)
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits())
                .array());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new LZ4FrameOutputStream(bytes, LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB), BUFFER_BYTES))) {
            out.writeInt(events.size());
            for (OutgoingEvent event : events) {
                writeText(out, event.topic().name());
                writeText(out, event.key());
                writeText(out, event.id());
                writeText(out, event.type());
                if (event.value() == null) {
                    out.writeInt(NO_VALUE);
                } else {
                    out.writeInt(event.value().length);
                    out.write(event.value());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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

    /** A short text; {@code writeUTF} looks at each character twice. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
    }
}
