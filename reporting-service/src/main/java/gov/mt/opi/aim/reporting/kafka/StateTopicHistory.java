package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.rebuild.StateHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the state topics from their beginning, without a group, so that nobody else's place in them moves. */
@ApplicationScoped
class StateTopicHistory implements StateHistory {

    static final List<Topic> TOPICS = List.of(
            Topic.STATE_STUDENT,
            Topic.STATE_ENROLLMENT,
            Topic.STATE_PROGRAM_PARTICIPATION,
            Topic.STATE_TEST_WINDOW_ATTENDANCE);

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final StateReader reader;
    private final Clock clock;

    @Inject
    StateTopicHistory(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            StateReader reader,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Reading open() {
        return new Pass(consumer(bootstrapServers, "reporting-rebuild"));
    }

    /** A consumer that belongs to no group. */
    static KafkaConsumer<String, byte[]> consumer(String bootstrapServers, String clientId) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private final class Pass implements Reading {
        private final KafkaConsumer<String, byte[]> consumer;

        Pass(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        @Override
        public void toTheEnd(Consumer<StateChanges> batches) {
            read(new HashMap<>(consumer.endOffsets(consumer.assignment())), batches);
        }

        @Override
        public void upTo(List<Position> positions, Consumer<StateChanges> batches) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            positions.forEach(position ->
                    ends.put(new TopicPartition(position.topic(), position.partition()), position.nextOffset()));
            ends.keySet().retainAll(consumer.assignment());
            // A position beyond the end is one of a topic that was made anew since: of this one there is no more to
            // come.
            Map<TopicPartition, Long> last = consumer.endOffsets(ends.keySet());
            ends.replaceAll((partition, next) -> Math.min(next, last.get(partition)));
            read(ends, batches);
        }

        private void read(Map<TopicPartition, Long> ends, Consumer<StateChanges> batches) {
            while (true) {
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (ends.isEmpty()) {
                    return;
                }
                ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
                if (!messages.isEmpty()) {
                    batches.accept(reader.read(messages, clock.instant()));
                }
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
