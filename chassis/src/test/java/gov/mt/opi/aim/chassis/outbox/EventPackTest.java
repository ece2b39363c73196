package gov.mt.opi.aim.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventPackTest {

    @Test
    void givesBackWhatWasPackedTombstonesToo() {
        OutgoingEvent changed = new OutgoingEvent(
                Topic.STATE_STUDENT,
                "key",
                "key:1",
                "aim.state.changed",
                "{\"a\":\"Peña\"}".getBytes(StandardCharsets.UTF_8));
        OutgoingEvent gone = new OutgoingEvent(Topic.STATE_ENROLLMENT, "other", "other:2", "aim.state.changed", null);
        List<OutgoingEvent> unpacked = EventPack.unpack(EventPack.pack(UUID.randomUUID(), List.of(changed, gone)));
        assertThat(unpacked).hasSize(2);
        assertThat(unpacked.get(0)).usingRecursiveComparison().isEqualTo(changed);
        assertThat(unpacked.get(1)).isEqualTo(gone);
    }

    @Test
    void givesBackManyEventsAndLargeOnes() {
        List<OutgoingEvent> events = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] value = new byte[i % 1_000 == 999 ? 200_000 : i % 90];
            Arrays.fill(value, (byte) ('a' + i % 26));
            events.add(new OutgoingEvent(Topic.RECORD_OUTCOME, "key " + i % 7, "é:" + i, "aim.record.outcome", value));
        }
        List<OutgoingEvent> unpacked = EventPack.unpack(EventPack.pack(UUID.randomUUID(), events));
        assertThat(unpacked).usingRecursiveComparison().isEqualTo(events);
    }

    @Test
    void isKnownByItsFirstBytes() {
        UUID mark = UUID.randomUUID();
        byte[] packed = EventPack.pack(mark, List.of());
        assertThat(EventPack.mark(Arrays.copyOf(packed, EventPack.MARK_BYTES))).isEqualTo(mark);
    }
}
