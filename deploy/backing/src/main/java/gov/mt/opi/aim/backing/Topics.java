package gov.mt.opi.aim.backing;

import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of AIM on a broker. Creating them again changes nothing. */
public final class Topics {

    /** Partitions of every topic: the most instances of a service that can share its work. */
    public static final int PARTITIONS = 6;

    private static final String EVENT_RETENTION_MS = String.valueOf(Topic.EVENT_RETENTION.toMillis());

    private Topics() {}

    public static void create(String bootstrapServers, int partitions, short replicas) throws IOException {
        List<NewTopic> topics = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), partitions, replicas).configs(configs(topic)))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().values()) {
                created.get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("the topics could not be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while creating topics", e);
        }
    }

    private static Map<String, String> configs(Topic topic) {
        return topic.kind() == Topic.Kind.COMPACTED
                ? Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        // Whoever was away meets what is gone as long as any event.
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        EVENT_RETENTION_MS)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, EVENT_RETENTION_MS);
    }
}
