package gov.mt.opi.aim.chassis.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a service does with the batches of its consumer group. One thing after the other, but that a batch may be read while the
 * one before it is worked off.
 */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Reads a batch as far as it does not depend on the batches before, the last of which may not be done yet. Nobody need
     * read ahead: all may be left to the rest.
     *
     * <p>Both must be safe to repeat: what was not committed before a crash comes again. What is thrown is a bug and ends the
     * consumer; trouble outside is waited for with {@link Perseverance}.
     *
     * @return the rest of the work, which returns how far the group has got, mostly {@link ConsumerRecords#nextOffsets}
     */
    Supplier<Map<TopicPartition, OffsetAndMetadata>> read(ConsumerRecords<String, byte[]> batch);

    /** Partitions that this instance reads from now on. */
    default void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {}

    /** Partitions that another instance reads from now on. */
    default void gone(Collection<TopicPartition> partitions) {}
}
