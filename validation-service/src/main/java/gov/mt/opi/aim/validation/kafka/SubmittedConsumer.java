package gov.mt.opi.aim.validation.kafka;

import gov.mt.opi.aim.chassis.kafka.BatchReader;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.validation.Validation;
import gov.mt.opi.aim.validation.Validation.Arrived;
import gov.mt.opi.aim.validation.gathering.Barrier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes lines from the broker in batches, hands them on, and commits as far as the barrier allows. */
@ApplicationScoped
public class SubmittedConsumer {

    private static final Logger LOG = Logger.getLogger(SubmittedConsumer.class);
    private static final String CHANNEL = "submitted";

    private final Validation validation;
    private final Barrier barrier;
    private final Perseverance perseverance;
    private final KafkaClientService clients;
    private final BatchReader<RecordSubmitted> reader;
    private final UnusableLines unusable;
    private final Counter lines;
    private final DistributionSummary batchSizes;
    private final DistributionSummary fileSizes;
    private final Timer batchTimes;
    /** What was asked to be committed last, so that an idle partition is not committed again and again. */
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    @Inject
    SubmittedConsumer(
            Validation validation,
            Barrier barrier,
            Perseverance perseverance,
            KafkaClientService clients,
            EventPublisher publisher,
            MeterRegistry metrics) {
        this.validation = validation;
        this.barrier = barrier;
        this.perseverance = perseverance;
        this.clients = clients;
        this.reader = new BatchReader<>("validation", RecordSubmitted.class, publisher);
        this.unusable = new UnusableLines("validation", publisher);
        this.lines = metrics.counter("aim.lines");
        this.batchSizes = metrics.summary("aim.batch.lines");
        this.fileSizes = metrics.summary("aim.file.lines");
        this.batchTimes = metrics.timer("aim.batch.time");
        metrics.gauge("aim.files.unfinished", barrier, Barrier::unfinishedFiles);
        metrics.gauge("aim.lines.leftover", barrier, Barrier::leftovers);
    }

    /** Judges what a batch completes. Everything that may fail outside is repeated, so what is thrown is a bug. */
    @Incoming(CHANNEL)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> messages) {
        batchTimes.record(() -> judge(messages));
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
        commit(messages.partitions());
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

    /**
     * Commits without waiting: a commit that is late or lost only means that more is read again. An offset was safe when it
     * was taken and stays so, even when the partition has gone to another instance meanwhile.
     */
    private void commit(Set<TopicPartition> partitions) {
        Map<Integer, Long> safe = barrier.safeOffsets();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long offset = safe.get(partition.partition());
            if (offset != null && !offset.equals(committed.put(partition, offset))) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }
        if (!offsets.isEmpty()) {
            clients.getConsumer(CHANNEL)
                    .commit(offsets)
                    .subscribe()
                    .with(
                            done -> LOG.tracef("committed %d partitions", offsets.size()),
                            failure -> LOG.warnf(
                                    "offsets were not committed (%s); their lines may be judged again",
                                    failure.getClass().getSimpleName()));
        }
    }
}
