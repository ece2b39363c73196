package gov.mt.opi.aim.chassis.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One member of a consumer group: polls, hands each batch to its handler and commits. One thread does this and reads a batch
 * while a second works the one before it off, so there are two batches in memory at most and nothing has to be paused.
 *
 * <p>A plain loop, because what a reactive connector does for each message and each poll cost a fifth of a service's CPU.
 */
final class GroupConsumer {

    private static final Logger LOG = Logger.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** What is worked off again after a crash, at most; each commit costs the broker a write. */
    private static final long COMMIT_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * For a batch that takes longer it is waited without another poll, so that the broker gives the partitions to somebody else
     * when it takes longer than {@link GroupConfig#maxPollInterval}.
     */
    private static final long LONG_NANOS = Duration.ofSeconds(2).toNanos();

    private static final Duration LAST_COMMIT = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final String group;
    private final List<String> topics;
    private final Consumer<String, byte[]> consumer;
    private final Gathering gathering;
    private final BatchHandler handler;
    private final Thread thread;
    private final ExecutorService worker;
    /** The batch that is worked off. */
    private Future<Map<TopicPartition, OffsetAndMetadata>> underWay = CompletableFuture.completedFuture(Map.of());

    private long begunAt;

    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private long committedAt = System.nanoTime();
    private volatile boolean closed;
    private volatile String failure;

    GroupConsumer(
            String group,
            List<String> topics,
            Consumer<String, byte[]> consumer,
            Gathering gathering,
            BatchHandler handler) {
        this.group = group;
        this.topics = topics;
        this.consumer = consumer;
        this.gathering = gathering;
        this.handler = handler;
        this.thread = new Thread(this::run, "consumer-" + group);
        this.thread.setDaemon(true);
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread working = new Thread(task, "work-" + group);
            working.setDaemon(true);
            return working;
        });
    }

    void start() {
        thread.start();
    }

    String group() {
        return group;
    }

    /** Why it works no more, without personal data; null while it does. */
    String failure() {
        return failure;
    }

    /** True while there is a connection to the broker. */
    boolean isConnected() {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> ((Double) metric.getValue().metricValue()) > 0);
    }

    /** Ends after the batch under way, and commits it. */
    void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(DRAIN.toMillis());
            if (thread.isAlive()) {
                // It waits for a database or a broker that is away: what it holds comes again after the next start.
                thread.interrupt();
                thread.join(LAST_COMMIT.toMillis());
                worker.awaitTermination(LAST_COMMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(topics, new Partitions());
            while (!closed) {
                step();
            }
            finish();
            commitNow();
        } catch (RuntimeException | Error bug) {
            if (!closed) {
                // The message of an exception could repeat a student's value.
                StackTraceElement[] trace = bug.getStackTrace();
                failure = bug.getClass().getName() + " at " + (trace.length == 0 ? "unknown place" : trace[0]);
                LOG.errorf("consumer group %s stopped: %s", group, failure);
            }
        } finally {
            worker.shutdownNow();
        }
    }

    private void step() {
        ConsumerRecords<String, byte[]> batch = poll();
        if (!batch.isEmpty()) {
            Supplier<Map<TopicPartition, OffsetAndMetadata>> work = handler.read(batch);
            finish();
            begunAt = System.nanoTime();
            underWay = worker.submit(work::get);
        } else if (underWay.isDone() || System.nanoTime() - begunAt > LONG_NANOS) {
            finish();
        }
        done.entrySet().removeIf(offset -> offset.getValue().equals(committed.get(offset.getKey())));
        if (!done.isEmpty() && (batch.isEmpty() || System.nanoTime() - committedAt >= COMMIT_EVERY_NANOS)) {
            commitSoon();
        }
    }

    /** Waits for the batch under way. What it threw is thrown here. */
    private void finish() {
        try {
            done.putAll(underWay.get());
            underWay = CompletableFuture.completedFuture(Map.of());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException bug
                    ? bug
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException closing) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed while a batch was under way", closing);
        }
    }

    /** Waits for the batch under way before partitions come or go. What it threw is thrown by the next step, outside of Kafka. */
    private void settle() {
        try {
            finish();
        } catch (RuntimeException | Error later) {
            LOG.debugf("consumer group %s: the batch before a rebalance failed", group);
        }
    }

    /** A batch, or none: when the broker is away, and when the consumer is being closed. */
    private ConsumerRecords<String, byte[]> poll() {
        try {
            return Bare.of(gathering.poll(POLL));
        } catch (WakeupException closing) {
            return ConsumerRecords.empty();
        } catch (FencedInstanceIdException twice) {
            throw twice;
        } catch (KafkaException e) {
            LOG.warnf(
                    "consumer group %s could not read (%s), trying again",
                    group, e.getClass().getSimpleName());
            pause();
            return ConsumerRecords.empty();
        }
    }

    /** Commits without waiting: a commit that is late or lost only means that more is worked off again. */
    private void commitSoon() {
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(done);
        done.clear();
        committed.putAll(offsets);
        committedAt = System.nanoTime();
        consumer.commitAsync(offsets, (all, problem) -> {
            if (problem != null) {
                warn(problem);
            }
        });
    }

    private void commitNow() {
        if (done.isEmpty()) {
            return;
        }
        try {
            try {
                consumer.commitSync(done, LAST_COMMIT);
            } catch (WakeupException closing) {
                consumer.commitSync(done, LAST_COMMIT);
            }
        } catch (KafkaException e) {
            warn(e);
        }
        done.clear();
    }

    private void warn(Exception e) {
        LOG.warnf(
                "offsets of consumer group %s were not committed (%s); their messages may come again",
                group, e.getClass().getSimpleName());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits before a partition goes, and tells the handler. */
    private final class Partitions implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            settle();
            handler.assigned(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            settle();
            commitNow();
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            settle();
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            done.keySet().removeAll(Set.copyOf(partitions));
            committed.keySet().removeAll(Set.copyOf(partitions));
            handler.gone(partitions);
        }
    }
}
