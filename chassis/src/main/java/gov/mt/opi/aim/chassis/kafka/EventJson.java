package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON of events: ISO dates and times, unknown fields ignored. Independent of what the HTTP answers look like. */
public final class EventJson {

    private static final ObjectMapper MAPPER =
            mapper().addModule(recordEvents()).build();
    private static final ThreadLocal<EventWriter> WRITER =
            ThreadLocal.withInitial(() -> new EventWriter(MAPPER.writer()));

    private EventJson() {}

    /** What all events have in common. */
    static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    private static SimpleModule recordEvents() {
        SimpleModule module = new SimpleModule("record-events");
        RecordEventReaders.addTo(module);
        RecordEventWriters.addTo(module);
        return module;
    }

    /** A reader for one kind of event; keep it, making one is not free. */
    public static ObjectReader reader(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    public static byte[] write(Object event) {
        try {
            return WRITER.get().write(event);
        } catch (IOException | RuntimeException e) {
            WRITER.remove(); // it stands in the middle of an object
            throw new IllegalStateException("an event of ours cannot be written as JSON", e);
        }
    }
}
