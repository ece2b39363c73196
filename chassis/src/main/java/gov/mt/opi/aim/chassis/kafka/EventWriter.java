package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes one event after the other with the same generator: making one for each event costs more than writing a short event.
 * For one thread. Once it has thrown, it is of no use any more.
 */
final class EventWriter {

    private static final int BUFFER_BYTES = 8 * 1024;
    /** What a large event took is not kept. */
    private static final int BUFFER_BYTES_MAX = 256 * 1024;

    private final ObjectWriter json;
    private ByteArrayOutputStream bytes;
    private SequenceWriter events;

    EventWriter(ObjectWriter json) {
        this.json = json.withRootValueSeparator("");
        try {
            begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing here but memory
        }
    }

    byte[] write(Object event) throws IOException {
        bytes.reset();
        events.write(event);
        byte[] written = bytes.toByteArray();
        if (written.length > BUFFER_BYTES_MAX) {
            begin();
        }
        return written;
    }

    private void begin() throws IOException {
        bytes = new ByteArrayOutputStream(BUFFER_BYTES);
        events = json.writeValues(bytes);
    }
}
