package gov.mt.opi.aim.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters on a broker. A letter tells where a message is; the message itself is still on its topic, and is sent again
 * to the end of it with the key, the headers and the value that it had. Whoever had read it all the same is not disturbed:
 * every service of AIM leaves alone what it knows.
 */
public final class DeadLetters implements AutoCloseable {

    private static final String TOPIC = "aim.dead-letter.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String broker;

    /** @param broker host and port */
    public DeadLetters(String broker) {
        this.broker = broker;
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What services gave up on and the retention has not taken away, each once, oldest first as far as is known. */
    public List<Letter> all() throws IOException {
        Set<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Letter> letters = new LinkedHashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the broker does not give all of " + TOPIC);
            }
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                Letter letter = letter(JSON.readTree(message.value()));
                letters.putIfAbsent(letter.service() + " " + place(letter), letter);
            }
        }
        return List.copyOf(letters.values());
    }

    /**
     * Sends the messages again that letters tell of, each once even if several services gave up on it.
     *
     * @return the letters whose message is not on its topic any more
     */
    public List<Letter> sendAgain(Collection<Letter> letters) throws IOException {
        List<Letter> gone = new ArrayList<>();
        Map<String, Letter> places = new LinkedHashMap<>();
        letters.forEach(letter -> places.putIfAbsent(place(letter), letter));
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Letter letter : places.values()) {
                Optional<ConsumerRecord<byte[], byte[]>> message = message(letter);
                if (message.isEmpty()) {
                    gone.add(letter);
                    continue;
                }
                ConsumerRecord<byte[], byte[]> found = message.get();
                // To its own partition, whatever the key: the order among messages of one district is that of a
                // partition.
                producer.send(new ProducerRecord<>(
                                found.topic(), found.partition(), found.key(), found.value(), found.headers()))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the broker did not take a message", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return gone;
    }

    private Optional<ConsumerRecord<byte[], byte[]>> message(Letter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (letter.offset() < first || letter.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, letter.offset());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                // On a compacted topic a later message may come first: then this one is gone.
                return message.offset() == letter.offset() ? Optional.of(message) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Letter letter(JsonNode value) {
        return new Letter(
                value.path("service").asText(),
                value.path("sourceTopic").asText(),
                value.path("sourcePartition").asInt(),
                value.path("sourceOffset").asLong(),
                value.path("reason").asText(),
                value.path("at").asText());
    }

    private static String place(Letter letter) {
        return letter.topic() + ":" + letter.partition() + ":" + letter.offset();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
