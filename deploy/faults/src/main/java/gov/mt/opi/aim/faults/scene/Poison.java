package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts messages on topics that no service of AIM would put there, and remembers where those are that nobody can read. */
public final class Poison implements AutoCloseable {

    /** Stands in every message that cannot be read, and so must stand nowhere else. */
    public static final String MARK = "poison-Zzyzx";
    /** With this begin the names of fields that a newer version of a neighbour writes. */
    public static final String ADDED_LATER = "addedLater";

    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    Poison(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends a message that can never be read, of which the dead letters must tell. */
    public void unreadable(Topic topic, String key, String value) throws IOException, InterruptedException {
        RecordMetadata at = ignored(topic, key, value);
        places.add(at.topic() + ":" + at.partition() + ":" + at.offset());
    }

    /** Sends a message that can never be read, to a topic of which everybody keeps a copy and nobody writes dead letters. */
    public RecordMetadata ignored(Topic topic, String key, String value) throws IOException, InterruptedException {
        try {
            return producer.send(new ProducerRecord<>(topic.topicName(), key, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the broker did not take a message", e);
        }
    }

    /** Sends copies of messages with their keys and headers, in the order given. */
    public void again(List<ConsumerRecord<String, byte[]>> messages) {
        messages.forEach(message -> producer.send(
                new ProducerRecord<>(message.topic(), null, message.key(), message.value(), message.headers())));
        producer.flush();
    }

    /** Writes dead letters about messages, as a service does that gives up on them. */
    public void giveUp(String service, List<ConsumerRecord<String, byte[]>> messages) {
        for (ConsumerRecord<String, byte[]> message : messages) {
            places.add(message.topic() + ":" + message.partition() + ":" + message.offset());
            String letter = String.format(
                    "{\"contractVersion\":1,\"service\":\"%s\",\"sourceTopic\":\"%s\",\"sourcePartition\":%d,"
                            + "\"sourceOffset\":%d,\"reason\":\"a mistake of ours\",\"at\":\"%s\"}",
                    service, message.topic(), message.partition(), message.offset(), Instant.now());
            producer.send(new ProducerRecord<>(
                    Topic.DEAD_LETTER.topicName(), message.key(), letter.getBytes(StandardCharsets.UTF_8)));
        }
        producer.flush();
    }

    /** Where the unreadable messages are: {@code topic:partition:offset}. */
    public Set<String> places() {
        return Set.copyOf(places);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
