package gov.mt.opi.aim.load;

import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many messages the services have not taken in yet, as the broker knows it. */
final class Lag implements AutoCloseable {

    private static final List<Topic> STATE = List.of(
            Topic.STATE_STUDENT,
            Topic.STATE_ENROLLMENT,
            Topic.STATE_PROGRAM_PARTICIPATION,
            Topic.STATE_TEST_WINDOW_ATTENDANCE);
    private static final Map<String, List<Topic>> GROUPS = Map.of(
            "validation", List.of(Topic.RECORD_SUBMITTED),
            "state-store", List.of(Topic.RECORD_ACCEPTED),
            "intake", List.of(Topic.RECORD_OUTCOME),
            "reporting", STATE,
            "reporting-held", List.of(Topic.RECORD_HELD));

    private final Admin admin;
    private final int partitions;
    private final String jdbcUrl;

    Lag(String bootstrapServers, int partitions, String jdbcUrl) {
        this.jdbcUrl = jdbcUrl + "?ApplicationName=benchmark";
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.partitions = partitions;
    }

    /**
     * What reporting has not taken in of the statewide view: by its read model, which says exactly how far it is; offsets
     * are committed some time later.
     */
    long ofReporting() throws IOException, InterruptedException {
        Map<TopicPartition, Long> taken = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT topic, partition, next_offset FROM reporting.position")) {
            while (rows.next()) {
                taken.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        } catch (SQLException e) {
            throw new IOException("reporting does not say how far it is", e);
        }
        return missing(STATE, taken);
    }

    /** What anybody has not taken in. */
    long ofAll() throws IOException, InterruptedException {
        long all = 0;
        for (String group : GROUPS.keySet()) {
            all += of(group);
        }
        return all;
    }

    private long of(String group) throws IOException, InterruptedException {
        Map<TopicPartition, Long> taken = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, at) -> taken.put(partition, at == null ? 0 : at.offset()));
        } catch (ExecutionException e) {
            throw new IOException("the broker does not say how far " + group + " is", e.getCause());
        }
        return missing(GROUPS.get(group), taken);
    }

    private long missing(List<Topic> topics, Map<TopicPartition, Long> taken) throws IOException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (Topic topic : topics) {
            IntStream.range(0, partitions)
                    .forEach(number -> wanted.put(new TopicPartition(topic.topicName(), number), OffsetSpec.latest()));
        }
        try {
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - taken.getOrDefault(end.getKey(), 0L))
                    .sum();
        } catch (ExecutionException e) {
            throw new IOException("the broker does not say how many messages it has", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
