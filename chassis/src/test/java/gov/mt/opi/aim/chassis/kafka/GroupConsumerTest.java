package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupConsumerTest {

    private static final TopicPartition FIRST = new TopicPartition("lines", 0);
    private static final TopicPartition SECOND = new TopicPartition("lines", 1);

    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration patience) {
            super.commitSync(offsets, patience);
            note(offsets);
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            super.commitAsync(offsets, callback);
            note(offsets);
        }

        private void note(Map<TopicPartition, OffsetAndMetadata> offsets) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }
    };
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<TopicPartition> gone = Collections.synchronizedList(new ArrayList<>());
    private GroupConsumer consumer;

    @BeforeEach
    void aBrokerWithTwoPartitions() {
        broker.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void commitsWhatItsHandlerSays() {
        begin(batch -> {
            note(batch);
            return Map.of(FIRST, new OffsetAndMetadata(1));
        });
        send(0, 2);
        await(() -> taken.size() == 2);
        await(() -> committed(FIRST) == 1);
    }

    @Test
    void commitsTheBatchUnderWayWhenItIsClosed() throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        begin(batch -> {
            atWork.countDown();
            awaitLatch(goOn);
            note(batch);
            return batch.nextOffsets();
        });
        send(0, 3);
        awaitLatch(atWork);
        Thread closing = new Thread(consumer::close);
        closing.start();
        goOn.countDown();
        closing.join(10_000);
        assertThat(taken).hasSize(3);
        assertThat(committed(FIRST)).isEqualTo(3);
        assertThat(broker.closed()).isTrue();
        assertThat(consumer.failure()).isNull();
    }

    @Test
    void stopsAtABugWithoutCommittingAndTellsNoValue() {
        begin(batch -> {
            throw new IllegalStateException("Anna Smith");
        });
        send(0, 1);
        await(() -> consumer.failure() != null);
        assertThat(consumer.failure())
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("Anna");
    }

    @Test
    void goesOnAfterTroubleWithTheBroker() {
        begin(batch -> {
            note(batch);
            return batch.nextOffsets();
        });
        broker.schedulePollTask(() -> broker.setPollException(new KafkaException("away")));
        send(0, 1);
        await(() -> taken.size() == 1);
        assertThat(consumer.failure()).isNull();
    }

    @Test
    void commitsBeforeAPartitionGoes() {
        begin(batch -> {
            note(batch);
            return batch.nextOffsets();
        });
        send(0, 5);
        await(() -> taken.size() == 5);
        broker.schedulePollTask(() -> broker.rebalance(List.of(SECOND)));
        await(() -> gone.contains(FIRST));
        assertThat(committed(FIRST)).isEqualTo(5);
    }

    @Test
    void readsABatchWhileTheOneBeforeIsWorkedOffAndWorksThemOffInOrder() {
        CountDownLatch secondIsRead = new CountDownLatch(2);
        beginWith(batch -> {
            secondIsRead.countDown();
            return () -> {
                awaitLatch(secondIsRead);
                note(batch);
                return batch.nextOffsets();
            };
        });
        send(0, 1);
        send(1, 1);
        await(() -> taken.size() == 2);
        assertThat(taken).containsExactly("0:0", "1:0");
        await(() -> committed(FIRST) == 1 && committed(SECOND) == 1);
    }

    @Test
    void stopsAtABugThatShowsWhilePartitionsGo() {
        CountDownLatch goOn = new CountDownLatch(1);
        begin(batch -> {
            awaitLatch(goOn);
            throw new IllegalStateException("Anna Smith");
        });
        send(0, 1);
        broker.schedulePollTask(() -> {
            goOn.countDown();
            broker.rebalance(List.of(SECOND));
        });
        await(() -> consumer.failure() != null);
        assertThat(committed(FIRST)).isZero();
    }

    private void begin(Taking taking) {
        beginWith(new BatchHandler() {
            @Override
            public Supplier<Map<TopicPartition, OffsetAndMetadata>> read(ConsumerRecords<String, byte[]> batch) {
                return () -> taking.take(batch);
            }

            @Override
            public void gone(Collection<TopicPartition> partitions) {
                gone.addAll(partitions);
            }
        });
    }

    private void beginWith(BatchHandler handler) {
        consumer = new GroupConsumer(
                "group", List.of("lines"), broker, new Gathering(broker, 100, Duration.ZERO), handler);
        broker.schedulePollTask(() -> broker.rebalance(List.of(FIRST, SECOND)));
        consumer.start();
    }

    private interface Taking {
        Map<TopicPartition, OffsetAndMetadata> take(ConsumerRecords<String, byte[]> batch);
    }

    private void send(int partition, int messages) {
        broker.schedulePollTask(() -> {
            for (int offset = 0; offset < messages; offset++) {
                broker.addRecord(new ConsumerRecord<>(
                        "lines",
                        partition,
                        offset,
                        "key",
                        String.valueOf(offset).getBytes(StandardCharsets.UTF_8)));
            }
        });
    }

    private void note(ConsumerRecords<String, byte[]> batch) {
        batch.forEach(message -> taken.add(message.partition() + ":" + message.offset()));
    }

    private long committed(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(deadline);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
