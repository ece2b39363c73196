package gov.mt.opi.aim.chassis.kafka;

import gov.mt.opi.aim.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The consumer groups of this service. They begin when a service asks for them and end, drained, when it stops. */
@ApplicationScoped
public class GroupConsumers {

    private final String bootstrapServers;
    private final String instance;
    private final GroupConfig config;
    private final MeterRegistry meters;
    private final List<GroupConsumer> running = new CopyOnWriteArrayList<>();
    private final List<KafkaClientMetrics> metrics = new CopyOnWriteArrayList<>();

    @Inject
    GroupConsumers(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aim.instance") String instance,
            GroupConfig config,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.instance = instance;
        this.config = config;
        this.meters = meters;
    }

    /** Begins to read the topics as a member of the group. */
    public void start(String group, List<Topic> topics, BatchHandler handler) {
        start(group, topics, Map.of(), handler);
    }

    /**
     * Begins to read the topics as a member of the group.
     *
     * @param settings Kafka consumer settings of this group that differ from the common ones
     */
    public void start(String group, List<Topic> topics, Map<String, Object> settings, BatchHandler handler) {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-consumer");
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // Static membership: a killed instance gets its partitions back at once when it is restarted.
        all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                config.sessionTimeout().toMillis());
        all.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                config.maxPollInterval().toMillis());
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, config.maxPartitionFetchBytes());
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.putAll(settings);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
        KafkaClientMetrics figures = new KafkaClientMetrics(consumer);
        figures.bindTo(meters);
        metrics.add(figures);
        GroupConsumer member = new GroupConsumer(
                group,
                topics.stream().map(Topic::topicName).toList(),
                consumer,
                new Gathering(consumer, config.maxPollRecords(), config.gathering()),
                handler);
        running.add(member);
        member.start();
    }

    List<GroupConsumer> running() {
        return running;
    }

    /** Before the beans that the handlers need are gone. */
    void stop(@Observes ShutdownEvent end) {
        running.forEach(GroupConsumer::close);
        metrics.forEach(KafkaClientMetrics::close);
    }
}
