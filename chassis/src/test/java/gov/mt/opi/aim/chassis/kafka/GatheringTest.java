package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final TopicPartition FIRST = new TopicPartition("lines", 0);
    private static final TopicPartition SECOND = new TopicPartition("lines", 1);
    private static final Duration WAIT = Duration.ofMillis(10);

    private final MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");

    @BeforeEach
    void aBrokerWithTwoPartitions() {
        broker.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        broker.subscribe(List.of("lines"));
        broker.rebalance(List.of(FIRST, SECOND));
    }

    @Test
    void takesFewMessagesAsTheyAre() {
        send(FIRST, 0, 3);
        send(FIRST, 3, 3);
        assertThat(gathering(800).poll(WAIT).count()).isEqualTo(3);
    }

    @Test
    void addsToManyWhatComesNext() {
        send(FIRST, 0, 500);
        send(SECOND, 0, 200);
        send(FIRST, 500, 100);
        ConsumerRecords<String, byte[]> batch = gathering(800).poll(WAIT);
        assertThat(batch.records(FIRST))
                .extracting(ConsumerRecord::offset)
                .hasSize(600)
                .isSorted();
        assertThat(batch.records(SECOND)).hasSize(200);
        assertThat(batch.nextOffsets().get(FIRST).offset()).isEqualTo(600);
        assertThat(batch.nextOffsets().get(SECOND).offset()).isEqualTo(200);
    }

    @Test
    void losesNothingWhenTheBrokerIsAwayMeanwhile() {
        send(FIRST, 0, 500);
        broker.schedulePollTask(() -> broker.setPollException(new KafkaException("away")));
        assertThat(gathering(800).poll(WAIT).count()).isEqualTo(500);
    }

    @Test
    void leavesAPartitionThatWentAwayMeanwhileToItsNewOwner() {
        send(FIRST, 0, 500);
        broker.schedulePollTask(() -> {
            broker.rebalance(List.of(SECOND));
            add(SECOND, 0, 300);
        });
        ConsumerRecords<String, byte[]> batch = gathering(800).poll(WAIT);
        assertThat(batch.partitions()).containsExactly(SECOND);
        assertThat(batch.nextOffsets()).containsOnlyKeys(SECOND);
    }

    private Gathering gathering(int enough) {
        return new Gathering(broker, enough, Duration.ofSeconds(10));
    }

    private void send(TopicPartition partition, int from, int messages) {
        broker.schedulePollTask(() -> add(partition, from, messages));
    }

    private void add(TopicPartition partition, int from, int messages) {
        for (int offset = from; offset < from + messages; offset++) {
            broker.addRecord(
                    new ConsumerRecord<>("lines", partition.partition(), offset, "key", new byte[] {(byte) offset}));
        }
    }
}
