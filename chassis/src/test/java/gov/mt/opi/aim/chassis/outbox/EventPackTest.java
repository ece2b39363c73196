package gov.mt.opi.aim.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        List<OutgoingEvent> unpacked = EventPack.unpack(EventPack.pack(List.of(changed, gone)));
        assertThat(unpacked).hasSize(2);
        assertThat(unpacked.get(0)).usingRecursiveComparison().isEqualTo(changed);
        assertThat(unpacked.get(1)).isEqualTo(gone);
    }
}
