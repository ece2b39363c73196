package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Reads a batch of messages as events of one kind. A message that can never be read goes to the dead letters, by its
 * place and without its content, and the others of its batch go on.
 */
public final class BatchReader<T> {

    private static final Logger LOG = Logger.getLogger(BatchReader.class);

    private static final int LARGE = 500;

    private final String service;
    private final Class<T> type;
    private final ObjectReader reader;
    private final EventPublisher publisher;

    public BatchReader(String service, Class<T> type, EventPublisher publisher) {
        this.service = service;
        this.type = type;
        this.reader = EventJson.reader(type);
        this.publisher = publisher;
    }

    /** The readable events of a batch, in order; tombstones have a null event. */
    public List<Received<T>> read(ConsumerRecords<String, byte[]> messages) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(messages.count());
        messages.forEach(all::add);
        // Each message is read for itself, so a large batch may use every core.
        List<Reading<T>> readings = (all.size() < LARGE ? all.stream() : all.parallelStream())
                .map(this::reading)
                .toList();
        List<Received<T>> events = new ArrayList<>(readings.size());
        List<OutgoingEvent> unreadable = new ArrayList<>();
        readings.forEach(reading -> {
            if (reading.unreadable() == null) {
                events.add(reading.received());
            } else {
                unreadable.add(reading.unreadable());
            }
        });
        if (!unreadable.isEmpty()) {
            LOG.warnf("%d unreadable messages went to %s", unreadable.size(), Topic.DEAD_LETTER.topicName());
            publisher.publish(unreadable);
        }
        return events;
    }

    /** A message after reading: an event, or the dead letter about it. */
    private record Reading<T>(Received<T> received, OutgoingEvent unreadable) {}

    private Reading<T> reading(ConsumerRecord<String, byte[]> message) {
        try {
            T event = message.value() == null ? null : type.cast(reader.readValue(message.value()));
            if (message.key() == null) {
                throw new IOException("no key");
            }
            return new Reading<>(
                    new Received<>(message.topic(), message.partition(), message.offset(), message.key(), event), null);
        } catch (IOException | RuntimeException e) {
            return new Reading<>(
                    null, deadLetter(message, "unreadable: " + e.getClass().getSimpleName()));
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
