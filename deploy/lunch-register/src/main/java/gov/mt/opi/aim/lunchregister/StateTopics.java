package gov.mt.opi.aim.lunchregister;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The state topics from their beginning on. No position is kept: the topics are compacted, so that reading them anew at
 * every start is quick and leaves nothing to get out of step.
 */
final class StateTopics implements AutoCloseable {

    static final String STUDENT = "aim.state.student.v1";
    static final String ENROLLMENT = "aim.state.enrollment.v1";
    static final String PROGRAM_PARTICIPATION = "aim.state.program-participation.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a topic says of a thing.
     *
     * @param key the opaque key of the thing
     * @param version grows with every change of the thing
     * @param value its current state; empty when it is gone
     */
    record Message(String topic, String key, long version, Optional<JsonNode> value) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    StateTopics(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(STUDENT, ENROLLMENT, PROGRAM_PARTICIPATION)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** What has come since; waits a moment when nothing has. */
    List<Message> next(Duration patience) {
        List<Message> messages = new ArrayList<>();
        consumer.poll(patience).forEach(message -> messages.add(read(message)));
        return messages;
    }

    /** True when all is read that was there at the start. */
    boolean isCaughtUp() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Message read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return new Message(message.topic(), message.key(), versionOfWhatIsGone(message), Optional.empty());
        }
        try {
            JsonNode value = JSON.readTree(message.value());
            return new Message(
                    message.topic(), message.key(), value.path("version").asLong(), Optional.of(value));
        } catch (IOException e) {
            // Where it is, never what it holds.
            throw new IllegalStateException("no JSON in " + message.topic() + ", partition " + message.partition()
                    + ", offset " + message.offset());
        }
    }

    /** A tombstone has no value that could say its version; its id does, as key:version. */
    private static long versionOfWhatIsGone(ConsumerRecord<String, byte[]> message) {
        Header id = message.headers().lastHeader("ce_id");
        String text = id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
        try {
            return Long.parseLong(text.substring(text.lastIndexOf(':') + 1));
        } catch (NumberFormatException noVersion) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
