package gov.mt.opi.aim.validation.kafka;

import gov.mt.opi.aim.validation.gathering.Barrier;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Tells the barrier which partitions are ours. Called on the polling thread, while a batch may be at work on another. */
@ApplicationScoped
@Identifier("submitted-partitions")
public class SubmittedPartitions implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(SubmittedPartitions.class);

    private final Barrier barrier;

    @Inject
    SubmittedPartitions(Barrier barrier) {
        this.barrier = barrier;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> barrier.begin(partition.partition(), position(consumer, partition)));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> barrier.end(partition.partition()));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> barrier.end(partition.partition()));
    }

    private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition);
        } catch (KafkaException e) {
            LOG.warnf(
                    "where %s begins is not known (%s)", partition, e.getClass().getSimpleName());
            return Barrier.UNKNOWN_POSITION;
        }
    }
}
