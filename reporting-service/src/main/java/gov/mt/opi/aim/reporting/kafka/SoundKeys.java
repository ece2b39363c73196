package gov.mt.opi.aim.reporting.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Messages whose keys can be gone by. One whose key is of another form was not made by the state-store: without its key it is
 * put aside like anything unreadable, and whatever the key may give away is not repeated.
 */
final class SoundKeys {

    private SoundKeys() {}

    /**
     * The same messages, those with a wrong key without it.
     *
     * @param reading reads a key; throws {@link IllegalArgumentException} when a key is of another form
     */
    static ConsumerRecords<String, byte[]> of(ConsumerRecords<String, byte[]> messages, Consumer<String> reading) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> sound = new HashMap<>();
        for (TopicPartition partition : messages.partitions()) {
            sound.put(
                    partition,
                    messages.records(partition).stream()
                            .map(message -> withItsKeyIfSound(message, reading))
                            .toList());
        }
        return new ConsumerRecords<>(sound, Map.of());
    }

    private static ConsumerRecord<String, byte[]> withItsKeyIfSound(
            ConsumerRecord<String, byte[]> message, Consumer<String> reading) {
        try {
            reading.accept(String.valueOf(message.key()));
            return message;
        } catch (IllegalArgumentException wrong) {
            return new ConsumerRecord<>(message.topic(), message.partition(), message.offset(), null, message.value());
        }
    }
}
