package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.reporting.held.HeldLines;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which lines wait, because a district does not certify while some do. */
@ApplicationScoped
class HeldConsumer {

    private final HeldLines heldLines;
    private final Perseverance perseverance;

    @Inject
    HeldConsumer(HeldLines heldLines, Perseverance perseverance) {
        this.heldLines = heldLines;
        this.perseverance = perseverance;
    }

    @Incoming("held")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        HeldReader read = HeldReader.of(messages);
        perseverance.until("following held lines", () -> {
            heldLines.apply(read.lines, read.rehearsals);
            return read;
        });
    }
}
