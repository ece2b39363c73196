package gov.mt.opi.aim.validation.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchHandler;
import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.GroupConsumers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.validation.Validation;
import gov.mt.opi.aim.validation.Validation.Arrived;
import gov.mt.opi.aim.validation.gathering.Barrier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Takes lines from the broker in batches, hands them on, and commits as far as the barrier allows. */
@ApplicationScoped
public class SubmittedConsumer implements BatchHandler {

    private static final Logger LOG = Logger.getLogger(SubmittedConsumer.class);
    /** A partition that stays keeps its half-read files; only one that moves is read again. */
    private static final Map<String, Object> SETTINGS =
            Map.of(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());

    private final Validation validation;
    private final Barrier barrier;
    private final Perseverance perseverance;
    private final GroupConsumers consumers;
    private final BatchReader<RecordSubmitted> reader;
    private final UnusableLines unusable;
    private final Counter lines;
    private final DistributionSummary batchSizes;
    private final DistributionSummary fileSizes;
    private final Timer batchTimes;

    @Inject
    SubmittedConsumer(
            Validation validation,
            Barrier barrier,
            Perseverance perseverance,
            GroupConsumers consumers,
            EventPublisher publisher,
            MeterRegistry metrics) {
        this.validation = validation;
        this.barrier = barrier;
        this.perseverance = perseverance;
        this.consumers = consumers;
        this.reader = new BatchReader<>("validation", RecordSubmitted.class, publisher);
        this.unusable = new UnusableLines("validation", publisher);
        this.lines = metrics.counter("aim.lines");
        this.batchSizes = metrics.summary("aim.batch.lines");
        this.fileSizes = metrics.summary("aim.file.lines");
        this.batchTimes = metrics.timer("aim.batch.time");
        metrics.gauge("aim.files.unfinished", barrier, Barrier::unfinishedFiles);
        metrics.gauge("aim.lines.leftover", barrier, Barrier::leftovers);
    }

    void start(@Observes StartupEvent begin) {
        consumers.start("validation", List.of(Topic.RECORD_SUBMITTED), SETTINGS, this);
    }

    /** Judges what a batch completes. Everything that may fail outside is repeated, so what is thrown is a bug. */
    @Override
    public Supplier<Map<TopicPartition, OffsetAndMetadata>> read(ConsumerRecords<String, byte[]> messages) {
        return () -> {
            batchTimes.record(() -> judge(messages));
            return safeOffsets(messages.partitions());
        };
    }

    @Override
    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> barrier.begin(partition.partition(), position(consumer, partition)));
    }

    @Override
    public void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> barrier.end(partition.partition()));
    }

    private void judge(ConsumerRecords<String, byte[]> messages) {
        Set<Integer> ours = partitionsOfOurs(messages);
        List<Arrived> arrived =
                perseverance.until("reading submitted lines", () -> unusable.without(reader.read(messages))).stream()
                        .filter(line -> ours.contains(line.partition()))
                        .toList();
        lines.increment(arrived.size());
        batchSizes.record(arrived.size());
        take(arrived).forEach(fileSizes::record);
    }

    /** What is thrown here is a bug and ends the channel; the message of an exception could repeat a student's value. */
    private List<Integer> take(List<Arrived> arrived) {
        try {
            return validation.take(arrived);
        } catch (RuntimeException bug) {
            StackTraceElement[] trace = bug.getStackTrace();
            throw new IllegalStateException("judging failed: " + bug.getClass().getName() + " at "
                    + (trace.length == 0 ? "unknown place" : trace[0]));
        }
    }

    /** The partitions whose part of the batch was fetched since they came to us. */
    private Set<Integer> partitionsOfOurs(ConsumerRecords<String, byte[]> messages) {
        Set<Integer> ours = new HashSet<>();
        for (TopicPartition partition : messages.partitions()) {
            List<ConsumerRecord<String, byte[]>> run = messages.records(partition);
            long first = run.get(0).offset();
            long next = run.get(run.size() - 1).offset() + 1;
            if (barrier.arrive(partition.partition(), first, next)) {
                ours.add(partition.partition());
            }
        }
        return ours;
    }

    /** How far every partition is judged. Never past a file that is not: after a crash it is read and judged again. */
    private Map<TopicPartition, OffsetAndMetadata> safeOffsets(Set<TopicPartition> partitions) {
        Map<Integer, Long> safe = barrier.safeOffsets();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long offset = safe.get(partition.partition());
            if (offset != null) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }
        return offsets;
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
