package gov.mt.opi.aim.intake;

import static io.restassured.RestAssured.given;

import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other end of everything, as tests of the running service use it: callers, the registry, the judges of lines. */
final class IntakeScene implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER = "HD\t03/15/2007\t16:00:00\tMT1.3\r\n";

    private final TopicProbe probe;

    IntakeScene() {
        probe = new TopicProbe(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    void register(String... districts) {
        for (String number : districts) {
            District district = new District(number, "District " + number);
            probe.send(Topic.REGISTRY_DISTRICT.topicName(), district.key(), EventJson.write(district));
        }
    }

    static String file(String... lines) {
        return HEADER + String.join("\r\n", lines) + "\r\n";
    }

    /** A record with its type and district, and something that makes it different from others. */
    static String line(String type, String district, String rest) {
        return type + "\t" + district + "\t" + rest;
    }

    static Response send(String user, String fileName, byte[] content, Map<String, String> more) {
        return given().auth()
                .preemptive()
                .basic(user, user)
                .queryParam("fileName", fileName)
                .queryParams(more)
                .contentType("application/octet-stream")
                .body(content)
                .post("/api/v1/submissions");
    }

    static Response send(String user, String fileName, String content) {
        return send(user, fileName, content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static String taken(String user, String fileName, String content) {
        Response answer = send(user, fileName, content);
        answer.then().statusCode(202);
        return answer.path("id");
    }

    static Response get(String user, String path, Object... parameters) {
        return given().auth().preemptive().basic(user, user).get("/api/v1" + path, parameters);
    }

    static Response get(String user, String accept, String path, String id) {
        return given().auth().preemptive().basic(user, user).accept(accept).get("/api/v1/submissions/" + id + path);
    }

    static Response submission(String id) {
        return get("opi", "/submissions/{id}", id);
    }

    /** Waits until a submission is as wanted; returns it as it is then, or at the end of patience. */
    static Response await(String id, Predicate<Response> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Response now = submission(id);
        while (!wanted.test(now) && System.nanoTime() < deadline) {
            pause();
            now = submission(id);
        }
        return now;
    }

    static Response awaitStatus(String id, String status) {
        return await(id, now -> status.equals(now.path("status")));
    }

    /** Sends outcomes, those of a submission in their order. */
    void tell(List<RecordOutcome> outcomes) {
        Map<String, List<byte[]>> bySubmission = new LinkedHashMap<>();
        outcomes.forEach(outcome -> bySubmission
                .computeIfAbsent(outcome.submissionId().toString(), id -> new ArrayList<>())
                .add(EventJson.write(outcome)));
        bySubmission.forEach((id, values) -> probe.send(Topic.RECORD_OUTCOME.topicName(), id, values));
    }

    void tellBytes(String key, byte[] value) {
        probe.send(Topic.RECORD_OUTCOME.topicName(), key, value);
    }

    List<ConsumerRecord<String, byte[]>> published(String id, int wanted) {
        return probe.read(
                Topic.RECORD_SUBMITTED.topicName(),
                message -> TopicProbe.header(message, "ce_id").startsWith(id + ":"),
                wanted,
                PATIENCE);
    }

    List<ConsumerRecord<String, byte[]>> read(Topic topic, String idPrefix, int wanted, Duration patience) {
        return probe.read(
                topic.topicName(),
                message -> TopicProbe.header(message, "ce_id").startsWith(idPrefix),
                wanted,
                patience);
    }

    static RecordOutcome outcome(String id, int line, RecordType type, Outcome outcome, Finding... findings) {
        DecidedBy by = outcome == Outcome.REJECTED ? DecidedBy.VALIDATION : DecidedBy.STATE_STORE;
        return outcome(id, line, type, outcome, by, Map.of(), findings);
    }

    static RecordOutcome outcome(
            String id,
            int line,
            RecordType type,
            Outcome outcome,
            DecidedBy by,
            Map<String, Integer> info,
            Finding... findings) {
        Identity identity = type == RecordType.SD && by == DecidedBy.STATE_STORE
                ? new Identity("L" + line, "90000000" + line, IdentityOutcome.NEW)
                : null;
        return new RecordOutcome(
                1, UUID.fromString(id), "63", line, type, outcome, by, List.of(findings), info, identity);
    }

    static Finding finding(String rule, int line, RecordType type, int field, String fieldName, String value) {
        return Finding.of(RuleCatalogue.get(rule), line, type.name(), field, fieldName, value);
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        probe.close();
    }
}
