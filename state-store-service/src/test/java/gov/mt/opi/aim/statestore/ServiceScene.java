package gov.mt.opi.aim.statestore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The running service as its neighbours meet it: files go in by topic, people ask over HTTP. */
final class ServiceScene implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final TopicProbe probe;

    ServiceScene(String bootstrapServers) {
        this.probe = new TopicProbe(bootstrapServers);
    }

    /** A call in the name of a local user. */
    static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    /** Makes districts known, so that they may sign in. */
    static void register(String... districtNumbers) {
        StringBuilder csv = new StringBuilder("districtNumber,name\n");
        for (String number : districtNumbers) {
            csv.append(number).append(",District ").append(number).append('\n');
        }
        as("opi").body(csv.toString()).put("/api/v1/registry/districts").then().statusCode(200);
    }

    /** Sends a file and waits for the outcome of every line. */
    Map<Integer, RecordOutcome> send(Records file) {
        List<RecordAccepted> records = file.all();
        probe.send(
                Topic.RECORD_ACCEPTED.topicName(),
                records.get(0).districtNumber(),
                records.stream().map(EventJson::write).toList());
        Map<Integer, RecordOutcome> byLine = new HashMap<>();
        probe.read(
                        Topic.RECORD_OUTCOME.topicName(),
                        message -> message.key().equals(file.submissionId.toString()),
                        records.size(),
                        PATIENCE)
                .forEach(message -> {
                    RecordOutcome outcome = value(message, RecordOutcome.class);
                    byLine.put(outcome.line(), outcome);
                });
        assertThat(byLine).as("outcomes by line").hasSize(records.size());
        return byLine;
    }

    /** What is told of a line in the end, when it is told so many times. */
    RecordOutcome outcome(Records file, int line, int times) {
        List<RecordOutcome> outcomes = probe
                .read(
                        Topic.RECORD_OUTCOME.topicName(),
                        message -> message.key().equals(file.submissionId.toString())
                                && value(message, RecordOutcome.class).line() == line,
                        times,
                        PATIENCE)
                .stream()
                .map(message -> value(message, RecordOutcome.class))
                .toList();
        assertThat(outcomes).as("outcomes of line %d", line).hasSize(times);
        return outcomes.get(times - 1);
    }

    /** What the topic of held lines says of a line in the end, when it says so many things; empty when it waits no more. */
    Optional<RecordHeld> held(Records file, int line, int times) {
        String key = file.submissionId + ":" + line;
        List<ConsumerRecord<String, byte[]>> told = probe.read(
                Topic.RECORD_HELD.topicName(), message -> message.key().equals(key), times, PATIENCE);
        assertThat(told).as("held messages of line %d", line).hasSize(times);
        return Optional.of(told.get(times - 1))
                .filter(message -> message.value() != null)
                .map(message -> value(message, RecordHeld.class));
    }

    static <T> T value(ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return type.cast(EventJson.reader(type).readValue(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        probe.close();
    }
}
