package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.backing.Topics;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics of AIM as they grow from one moment on. */
public final class TopicWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CALL_SECONDS = 20;

    private final String bootstrapServers;
    private final Admin admin;
    private final Map<TopicPartition, Long> beginning;

    /** Watches from this moment on. */
    public TopicWatch(String bootstrapServers) throws IOException, InterruptedException {
        this.bootstrapServers = bootstrapServers;
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200");
        this.admin = Admin.create(settings);
        this.beginning = new HashMap<>();
        for (Topic topic : Topic.values()) {
            beginning.putAll(ends(topic));
        }
    }

    /** How many messages a topic got since the beginning. */
    public long grown(Topic topic) throws IOException, InterruptedException {
        long grown = 0;
        for (Map.Entry<TopicPartition, Long> end : ends(topic).entrySet()) {
            grown += end.getValue() - beginning.get(end.getKey());
        }
        return grown;
    }

    /** Whether a message was there before the beginning. */
    public boolean isOlder(String topic, int partition, long offset) {
        return offset < beginning.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    /** All messages that a topic got since the beginning, those of a partition in their order. */
    public List<ConsumerRecord<String, byte[]>> since(Topic topic) throws IOException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(topic);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, beginning.get(partition)));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("could not read " + topic.topicName() + " to its end");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    /** Makes a stopped group read topics again from the beginning. */
    public void rewind(String group, Topic... topics) throws IOException, InterruptedException {
        move(group, beginning, topics);
    }

    /** Makes a stopped group pass over everything that its topics hold now. */
    public void passOver(String group, Topic... topics) throws IOException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Topic topic : topics) {
            ends.putAll(ends(topic));
        }
        move(group, ends, topics);
    }

    /** Deletes topics with all they hold and creates them anew, and watches them from there. */
    public void empty(Topic... topics) throws IOException, InterruptedException {
        Set<String> names = Stream.of(topics).map(Topic::topicName).collect(Collectors.toSet());
        call(admin.deleteTopics(names).all());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Collections.disjoint(call(admin.listTopics().names()), names)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the broker does not delete " + names);
            }
            Thread.sleep(100);
        }
        Topics.create(bootstrapServers, Topics.PARTITIONS, (short) 1);
        while (!call(admin.listTopics().names()).containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the broker does not create " + names);
            }
            Thread.sleep(100);
        }
        beginning.replaceAll((partition, offset) -> names.contains(partition.topic()) ? Long.valueOf(0) : offset);
    }

    private void move(String group, Map<TopicPartition, Long> offsets, Topic... topics)
            throws IOException, InterruptedException {
        // A static member that is stopped is still one until its session is over; removed, the group is empty at once.
        if (!members(group).isEmpty()) {
            call(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        }
        List<String> names = List.of(topics).stream().map(Topic::topicName).toList();
        call(admin.alterConsumerGroupOffsets(
                        group,
                        offsets.entrySet().stream()
                                .filter(entry -> names.contains(entry.getKey().topic()))
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue()))))
                .all());
    }

    private Collection<MemberDescription> members(String group) throws IOException, InterruptedException {
        return call(admin.describeConsumerGroups(List.of(group)).all())
                .get(group)
                .members();
    }

    private Map<TopicPartition, Long> ends(Topic topic) throws IOException, InterruptedException {
        String name = topic.topicName();
        int partitions = call(admin.describeTopics(List.of(name)).allTopicNames())
                .get(name)
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            wanted.put(new TopicPartition(name, partition), OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found =
                call(admin.listOffsets(wanted).all());
        return wanted.keySet().stream().collect(Collectors.toMap(Function.identity(), partition -> found.get(partition)
                .offset()));
    }

    private static <T> T call(org.apache.kafka.common.KafkaFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker did not answer", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
