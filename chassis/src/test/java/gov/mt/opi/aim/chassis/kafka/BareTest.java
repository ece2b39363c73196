package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BareTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 3);

    @Test
    void everythingButTheHeadersStays() {
        byte[] value = "value".getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>("topic", 3, 41, "key", value);
        message.headers().add("ce_id", value);
        ConsumerRecord<String, byte[]> tombstone = new ConsumerRecord<>("topic", 3, 43, null, null);
        Map<TopicPartition, OffsetAndMetadata> next = Map.of(PARTITION, new OffsetAndMetadata(44));

        ConsumerRecords<String, byte[]> bare =
                Bare.of(new ConsumerRecords<>(Map.of(PARTITION, List.of(message, tombstone)), next));

        assertThat(bare.nextOffsets()).isEqualTo(next);
        assertThat(bare.records(PARTITION))
                .extracting(ConsumerRecord::offset, ConsumerRecord::key, ConsumerRecord::value)
                .containsExactly(tuple(41L, "key", value), tuple(43L, null, null));
        assertThat(bare).allMatch(each -> each.headers().toArray().length == 0);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Bare.of(ConsumerRecords.empty()).isEmpty()).isTrue();
    }
}
