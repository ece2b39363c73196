package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.metrics.Step;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Reads a batch of messages as events of one kind. A message that can never be read goes to the dead letters, by its
 * place and without its content, and the others of its batch go on.
 */
public final class BatchReader<T> {

    private static final Logger LOG = Logger.getLogger(BatchReader.class);

    private static final Step READING = Step.named("read events");

    private final String service;
    private final EventReader<T> reader;
    private final EventPublisher publisher;

    /**
     * Reads the value of a message.
     *
     * @param <T> the events
     */
    @FunctionalInterface
    public interface EventReader<T> {
        /** The event; anything thrown makes the message unreadable. */
        T read(byte[] value) throws IOException;
    }

    public BatchReader(String service, Class<T> type, EventPublisher publisher) {
        this(service, reader(type), publisher);
    }

    /**
     * Reads events of one kind and knows when one is whole.
     *
     * @param whole false for what can be read but lacks what such an event must have: it goes to the dead letters too
     */
    public BatchReader(String service, Class<T> type, EventPublisher publisher, Predicate<T> whole) {
        this(service, whole(reader(type), whole), publisher);
    }

    /** Reads events that a service has a faster way of reading for. */
    public BatchReader(String service, EventReader<T> reader, EventPublisher publisher) {
        this.service = service;
        this.reader = reader;
        this.publisher = publisher;
    }

    private static <T> EventReader<T> reader(Class<T> type) {
        ObjectReader reader = EventJson.reader(type);
        return value -> type.cast(reader.readValue(value));
    }

    private static <T> EventReader<T> whole(EventReader<T> reader, Predicate<T> whole) {
        return value -> {
            T event = reader.read(value);
            if (event != null && !whole.test(event)) {
                throw new IncompleteEvent();
            }
            return event;
        };
    }

    /** The readable events of a batch, in order; tombstones have a null event. */
    public List<Received<T>> read(ConsumerRecords<String, byte[]> messages) {
        return READING.time(() -> readable(messages));
    }

    /** The same without tombstones and without where each was: all that is kept while events wait for their turn. */
    public List<T> events(ConsumerRecords<String, byte[]> messages) {
        return read(messages).stream()
                .map(Received::event)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Received<T>> readable(ConsumerRecords<String, byte[]> messages) {
        List<Received<T>> events = new ArrayList<>(messages.count());
        List<OutgoingEvent> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                events.add(event(message));
            } catch (IOException | RuntimeException e) {
                unreadable.add(deadLetter(message, "unreadable: " + e.getClass().getSimpleName()));
            }
        }
        if (!unreadable.isEmpty()) {
            LOG.warnf("%d unreadable messages went to %s", unreadable.size(), Topic.DEAD_LETTER.topicName());
            publisher.publish(unreadable);
        }
        return events;
    }

    private Received<T> event(ConsumerRecord<String, byte[]> message) throws IOException {
        T event = message.value() == null ? null : reader.read(message.value());
        if (message.key() == null) {
            throw new IOException("no key");
        }
        return new Received<>(message.topic(), message.partition(), message.offset(), message.key(), event);
    }

    /** JSON, but not of the event that it should be. Its name is what the dead letter says. */
    private static final class IncompleteEvent extends IOException {

        private static final long serialVersionUID = 1L;

        IncompleteEvent() {
            super("something is missing that such an event must have");
        }
    }

    private OutgoingEvent deadLetter(ConsumerRecord<String, byte[]> message, String reason) {
        DeadLetter letter = new DeadLetter(
                1, service, message.topic(), message.partition(), message.offset(), reason, Instant.now());
        return new OutgoingEvent(
                Topic.DEAD_LETTER,
                message.key(),
                message.topic() + ":" + message.partition() + ":" + message.offset(),
                "aim.dead-letter",
                EventJson.write(letter));
    }
}
