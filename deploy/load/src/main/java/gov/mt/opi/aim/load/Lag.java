package gov.mt.opi.aim.load;

import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
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
            "reporting-held", List.of(Topic.RECORD_OUTCOME, Topic.SUBMISSION));

    private final Admin admin;
    private final int partitions;

    Lag(String bootstrapServers, int partitions) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.partitions = partitions;
    }

    /** What reporting has not taken in of the statewide view. */
    long ofReporting() throws IOException, InterruptedException {
        return of("reporting");
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
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (Topic topic : GROUPS.get(group)) {
            IntStream.range(0, partitions)
                    .forEach(number -> wanted.put(new TopicPartition(topic.topicName(), number), OffsetSpec.latest()));
        }
        try {
            var taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(wanted).all().get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var at = taken.get(end.getKey());
                        return end.getValue().offset() - (at == null ? 0 : at.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            throw new IOException("the broker does not say how far " + group + " is", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
