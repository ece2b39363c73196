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
    private static final byte[] JSON = bytes("application/json");
    private static final byte[] SPEC_VERSION = bytes("1.0");

    private final KafkaProducer<String, byte[]> producer;
    private final Header source;

    @Inject
    EventPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = new RecordHeader("ce_source", bytes("/aim/" + service));
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
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Events that are sent together. One thread fills a batch. */
    public final class Batch {

        private final Header time =
                new RecordHeader("ce_time", bytes(Instant.now().toString()));
        private final AtomicReference<Exception> failure = new AtomicReference<>();

        private Batch() {}

        /** Hands an event to the producer; blocks while its memory is full. */
        public void send(OutgoingEvent event) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(event.topic().topicName(), event.key(), event.value());
            message.headers()
                    .add("ce_specversion", SPEC_VERSION)
                    .add("ce_id", bytes(event.id()))
                    .add(source)
                    .add("ce_type", bytes(event.type()))
                    .add(time)
                    .add("content-type", JSON);
            producer.send(message, (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
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
