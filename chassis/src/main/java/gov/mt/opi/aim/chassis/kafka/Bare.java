package gov.mt.opi.aim.chassis.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Messages without their headers. Those are for others who read the topics; here nobody looks at them, and as they keep a copy
 * of the whole message they would be most of what a batch has in memory while it waits.
 */
final class Bare {

    private Bare() {}

    static ConsumerRecords<String, byte[]> of(ConsumerRecords<String, byte[]> messages) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> bare = new HashMap<>();
        for (TopicPartition partition : messages.partitions()) {
            List<ConsumerRecord<String, byte[]>> ofPartition = messages.records(partition);
            List<ConsumerRecord<String, byte[]>> without = new ArrayList<>(ofPartition.size());
            for (ConsumerRecord<String, byte[]> message : ofPartition) {
                without.add(new ConsumerRecord<>(
                        message.topic(), message.partition(), message.offset(), message.key(), message.value()));
            }
            bare.put(partition, without);
        }
        return new ConsumerRecords<>(bare, messages.nextOffsets());
    }
}
