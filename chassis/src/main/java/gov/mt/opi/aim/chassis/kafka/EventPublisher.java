package gov.mt.opi.aim.chassis.kafka;

import gov.mt.opi.aim.chassis.metrics.Step;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends events to the broker in batches: many at once, one wait at the end. Safe for many threads.
 *
 * <p>A plain producer, because an emitter costs twice the CPU for a message.
 */
@ApplicationScoped
public class EventPublisher {

    private static final Step WAITING = Step.named("wait for broker");
    private static final Header JSON = header("content-type", "application/json");
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");

    private final KafkaProducer<String, byte[]> producer;
    private final Header source;

    @Inject
    EventPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = header("ce_source", "/aim/" + service);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        service + "-publisher",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // A broker that is just starting may refuse the first of two batches on their way and take the
                        // second: the first then fails for two minutes, and the order is lost (KAFKA-14359).
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        // Every batch ends with a flush, which sends what waits at once; what is sent while a batch is
                        // being filled only makes more requests of the same messages.
                        ProducerConfig.LINGER_MS_CONFIG,
                        1_000,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        32L * 1024 * 1024,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        30_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A batch whose events are all with the broker when {@link Batch#await} returns. */
    public Batch batch() {
        return new Batch();
    }

    /**
     * Sends events and waits until the broker has them.
     *
     * @throws KafkaException when the broker did not take one of them; sending all again is safe
     */
    public void publish(List<OutgoingEvent> events) {
        Batch batch = batch();
        events.forEach(batch::send);
        batch.await();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Events that are sent together. One thread fills a batch. */
    public final class Batch {

        private final Header time = header("ce_time", Instant.now().toString());
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private final Callback onAnswer = (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        };
        /** The events of a batch are of few types, those of the hot topics of one. */
        private String type = "";

        private Header typeHeader;

        private Batch() {}

        /** Hands an event to the producer; blocks while its memory is full. */
        public void send(OutgoingEvent event) {
            if (!type.equals(event.type())) {
                type = event.type();
                typeHeader = header("ce_type", type);
            }
            List<Header> headers = List.of(SPEC_VERSION, header("ce_id", event.id()), source, typeHeader, time, JSON);
            producer.send(
                    new ProducerRecord<>(event.topic().topicName(), null, event.key(), event.value(), headers),
                    onAnswer);
        }

        /**
         * Waits until the broker has every event of the batch.
         *
         * @throws KafkaException when it did not take one of them; sending the batch again is safe
         */
        public void await() {
            WAITING.time(() -> {
                producer.flush();
                return null;
            });
            Exception exception = failure.get();
            if (exception != null) {
                throw exception instanceof KafkaException kafka ? kafka : new KafkaException(exception);
            }
        }
    }
}
