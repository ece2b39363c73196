package gov.mt.opi.aim.chassis.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Polls batches, and makes them larger while many messages come. */
final class Gathering {

    /** So many messages at once are a stream, to which more will come; fewer are somebody who waits for an answer. */
    private static final int STREAM = 500;

    private final Consumer<String, byte[]> consumer;
    private final int enough;
    private final Duration patience;

    /**
     * Batches of a consumer.
     *
     * @param enough messages that are waited for, at most
     * @param patience how long, at most
     */
    Gathering(Consumer<String, byte[]> consumer, int enough, Duration patience) {
        this.consumer = consumer;
        this.enough = enough;
        this.patience = patience;
    }

    /** The next batch; empty when none comes within the time. */
    ConsumerRecords<String, byte[]> poll(Duration wait) {
        ConsumerRecords<String, byte[]> first = consumer.poll(wait);
        if (patience.isZero() || first.count() < STREAM) {
            return first;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        int count = add(first, records, next);
        long left = patience.toNanos();
        while (count < enough && left > 0) {
            try {
                count += add(consumer.poll(Duration.ofNanos(left)), records, next);
            } catch (KafkaException inTheWay) {
                // What is here was taken from the broker and must be worked off; if it is not over, the next poll says
                // so too.
                break;
            }
            left = deadline - System.nanoTime();
        }
        // Partitions may have gone to another instance since the first poll; it reads these messages again.
        records.keySet().retainAll(consumer.assignment());
        next.keySet().retainAll(consumer.assignment());
        return new ConsumerRecords<>(records, next);
    }

    private static int add(
            ConsumerRecords<String, byte[]> more,
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records,
            Map<TopicPartition, OffsetAndMetadata> next) {
        for (TopicPartition partition : more.partitions()) {
            OffsetAndMetadata expected = next.get(partition);
            if (expected != null && more.records(partition).get(0).offset() < expected.offset()) {
                // It went away and came back, and begins again where it was committed.
                records.remove(partition);
            }
            records.computeIfAbsent(partition, none -> new ArrayList<>()).addAll(more.records(partition));
        }
        next.putAll(more.nextOffsets());
        return more.count();
    }
}
