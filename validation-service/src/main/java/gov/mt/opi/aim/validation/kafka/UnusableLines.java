package gov.mt.opi.aim.validation.kafka;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.kafka.Received;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.validation.Validation.Arrived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts aside what is JSON but cannot be a line of a file, by its place and without its content. */
final class UnusableLines {

    private static final Logger LOG = Logger.getLogger(UnusableLines.class);
    /** More lines than any file can have, whatever intake's limit is: such a number is an accident. */
    private static final int LINES_MAX = 50_000_000;

    private final String service;
    private final EventPublisher publisher;

    UnusableLines(String service, EventPublisher publisher) {
        this.service = service;
        this.publisher = publisher;
    }

    /** The usable lines; the others are with the dead letters when this returns. */
    List<Arrived> without(List<Received<RecordSubmitted>> received) {
        List<Arrived> usable = new ArrayList<>(received.size());
        List<OutgoingEvent> others = new ArrayList<>();
        for (Received<RecordSubmitted> message : received) {
            if (isUsable(message.event())) {
                usable.add(new Arrived(message.partition(), message.offset(), message.event()));
            } else {
                others.add(deadLetter(message));
            }
        }
        if (!others.isEmpty()) {
            LOG.warnf("%d unusable messages went to %s", others.size(), Topic.DEAD_LETTER.topicName());
            publisher.publish(others);
        }
        return usable;
    }

    private static boolean isUsable(RecordSubmitted line) {
        return line != null
                && line.submissionId() != null
                && line.districtNumber() != null
                && line.headerTimestamp() != null
                && line.mode() != null
                && line.record() != null
                && line.line() >= 1
                && line.ordinal() >= 1
                && line.ordinal() <= line.lines()
                && line.lines() <= LINES_MAX;
    }

    private OutgoingEvent deadLetter(Received<RecordSubmitted> message) {
        DeadLetter letter = new DeadLetter(
                1,
                service,
                message.topic(),
                message.partition(),
                message.offset(),
                message.event() == null ? "no value" : "not a line of a file",
                Instant.now());
        return new OutgoingEvent(
                Topic.DEAD_LETTER,
                message.key(),
                message.topic() + ":" + message.partition() + ":" + message.offset(),
                "aim.dead-letter",
                EventJson.write(letter));
    }
}
