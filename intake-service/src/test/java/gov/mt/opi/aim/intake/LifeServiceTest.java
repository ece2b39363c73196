package gov.mt.opi.aim.intake;

import static gov.mt.opi.aim.intake.IntakeScene.awaitStatus;
import static gov.mt.opi.aim.intake.IntakeScene.file;
import static gov.mt.opi.aim.intake.IntakeScene.get;
import static gov.mt.opi.aim.intake.IntakeScene.line;
import static gov.mt.opi.aim.intake.IntakeScene.outcome;
import static gov.mt.opi.aim.intake.IntakeScene.send;
import static gov.mt.opi.aim.intake.IntakeScene.submission;
import static gov.mt.opi.aim.intake.IntakeScene.taken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.intake.progress.ProgressWatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a submission: how it is followed, remembered and run again. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class LifeServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URL address;

    @Inject
    ProgressWatch watch;

    private IntakeScene scene;

    @BeforeEach
    void register() {
        scene = new IntakeScene();
        scene.register("71", "72");
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void streamsTheSubmissionUntilItIsComplete() throws Exception {
        String id = twoLines("streamed");
        awaitStatus(id, "PROCESSING");

        HttpResponse<Stream<String>> answer = events("district-71", id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Iterator<JsonNode> events = data(answer);
        assertThat(events.next().at("/records/pending").asInt()).isEqualTo(2);
        scene.tell(List.of(outcome(id, 2, RecordType.SD, Outcome.ACCEPTED)));
        assertThat(events.next().at("/records/pending").asInt()).isEqualTo(1);
        scene.tell(List.of(outcome(id, 3, RecordType.EN, Outcome.ACCEPTED)));
        JsonNode last = events.next();

        assertThat(last.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(last.path("id").asText()).isEqualTo(id);
        assertThat(last).isEqualTo(JSON.readTree(submission(id).asString()));
        assertThat(events.hasNext()).isFalse();
        assertThat(watch.listeners()).isZero();
    }

    @Test
    void streamsOneEventOfWhatIsComplete() throws Exception {
        String id = completed("streamed late");

        Iterator<JsonNode> events = data(events("opi", id));

        assertThat(events.next().path("status").asText()).isEqualTo("COMPLETED");
        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void streamsNothingToAnotherDistrict() throws Exception {
        String id = twoLines("foreign");

        HttpResponse<Stream<String>> answer = events("district-72", id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(events("district-71", "nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsAListenerThatLeaves() throws Exception {
        String id = twoLines("left");
        HttpResponse<Stream<String>> answer = events("district-71", id);
        assertThat(data(answer).next().path("id").asText()).isEqualTo(id);
        assertThat(watch.listeners()).isPositive();

        answer.body().close();

        scene.tell(List.of(outcome(id, 2, RecordType.SD, Outcome.ACCEPTED)));
        long deadline = System.nanoTime() + IntakeScene.PATIENCE.toNanos();
        while (watch.listeners() > 0 && System.nanoTime() < deadline) {
            IntakeScene.pause();
        }
        assertThat(watch.listeners()).isZero();
    }

    @Test
    void remembersWhoDidWhat() {
        String content = file(line("SD", "71", "remembered"), line("EN", "71", "remembered"));
        String id = taken("district-71", "71_03152007.tsv", content);
        send("opi", "71_03152007.tsv", content).then().statusCode(200);
        String again = send(
                        "district-71",
                        "71_03152007.tsv",
                        content.getBytes(StandardCharsets.UTF_8),
                        Map.of("again", "true"))
                .path("id");
        complete(id);

        Response history = get("district-71", "/submissions/{id}/history", id);
        history.then()
                .statusCode(200)
                .body("total", equalTo(5))
                .body("items[0].what", equalTo("RECEIVED"))
                .body("items[0].who", equalTo("district-71"))
                .body("items[0].sha256", equalTo(submission(id).path("sha256")))
                .body("items[0].at", notNullValue());
        List<Map<String, Object>> items = history.path("items");
        assertThat(items)
                .extracting(item -> item.get("what"))
                .containsExactlyInAnyOrder("RECEIVED", "PUBLISHED", "DUPLICATE", "AGAIN", "COMPLETED");
        assertThat(items)
                .filteredOn(item -> item.get("what").equals("DUPLICATE"))
                .extracting(item -> item.get("who"))
                .containsExactly("opi");
        assertThat(items)
                .filteredOn(item -> item.get("what").equals("AGAIN"))
                .extracting(item -> item.get("otherSubmissionId"))
                .containsExactly(again);
        get("district-71", "/submissions/{id}/history", again)
                .then()
                .body("items[0].what", equalTo("RECEIVED"))
                .body("items[0].detail", containsString(id));
        get("district-72", "/submissions/{id}/history", id).then().statusCode(404);
    }

    @Test
    void runsAKeptFileAgainUnderTodaysRules() throws Exception {
        String id = completed("run again");

        Response answer = replay("district-71", id);

        answer.then()
                .statusCode(202)
                .header("Location", containsString(answer.path("id")))
                .body("id", not(equalTo(id)))
                .body("mode", equalTo("validate"))
                .body("replayOf", equalTo(id))
                .body("fileName", equalTo("71_03152007.tsv"))
                .body("sha256", equalTo(submission(id).path("sha256")))
                .body("records.total", equalTo(2));
        String next = answer.path("id");
        RecordSubmitted first = EventJson.reader(RecordSubmitted.class)
                .readValue(scene.published(next, 2).get(0).value());
        assertThat(first.mode()).hasToString("VALIDATE");
        assertThat(first.record()).isEqualTo(line("SD", "71", "run again"));
        submission(id).then().body("replayOf", nullValue());
        List<String> there = get("opi", "/submissions/{id}/history", id).path("items.what");
        assertThat(there).containsOnlyOnce("REPLAYED");
        get("opi", "/submissions/{id}/history", next).then().body("items[0].detail", containsString(id));
        // What was only run again never answers for a file that is sent.
        String content = file(line("SD", "71", "run again"), line("EN", "71", "run again"));
        send("district-71", "71_03152007.tsv", content.getBytes(StandardCharsets.UTF_8), Map.of("mode", "validate"))
                .then()
                .statusCode(202);
        replay("district-71", id).then().statusCode(202).body("id", not(equalTo(next)));
    }

    @Test
    void runsNothingAgainThatWasNotKeptOrIsForeign() {
        String refused = send("district-71", "71_03152007.tsv", "no header").path("submissionId");

        replay("district-71", refused).then().statusCode(409).contentType("application/problem+json");
        replay("district-72", twoLines("not yours")).then().statusCode(404);
        replay("opi", twoLines("by opi")).then().statusCode(202).body("receivedBy", equalTo("opi"));
    }

    @Test
    void refusesAFileThatIsNotAsLongAsItsSenderSays() {
        byte[] content =
                file(line("SD", "71", "long"), line("EN", "71", "long")).getBytes(StandardCharsets.UTF_8);

        send("district-71", "71_03152007.tsv", content, Map.of("expectedRecords", "3"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aim:problem:unexpected-record-count"))
                .body("expectedRecords", equalTo(3))
                .body("records", equalTo(2));
        send("district-71", "71_03152007.tsv", content, Map.of("expectedRecords", "2"))
                .then()
                .statusCode(202);
        for (String nonsense : List.of("-1", "many", "1.5", "99999999999")) {
            send("district-71", "71_03152007.tsv", content, Map.of("expectedRecords", nonsense))
                    .then()
                    .statusCode(400);
        }
    }

    private static String twoLines(String what) {
        return taken("district-71", "71_03152007.tsv", file(line("SD", "71", what), line("EN", "71", what)));
    }

    private String completed(String what) {
        String id = twoLines(what);
        complete(id);
        return id;
    }

    private void complete(String id) {
        scene.published(id, 2);
        awaitStatus(id, "PROCESSING");
        scene.tell(List.of(
                outcome(id, 2, RecordType.SD, Outcome.ACCEPTED), outcome(id, 3, RecordType.EN, Outcome.ACCEPTED)));
        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED"));
    }

    private static Response replay(String user, String id) {
        return given().auth().preemptive().basic(user, user).post("/api/v1/submissions/{id}/replay", id);
    }

    private HttpResponse<Stream<String>> events(String user, String id) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/submissions/" + id + "/events"))
                .header("Authorization", "Basic " + login)
                .timeout(Duration.ofMinutes(1))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    }

    private static Iterator<JsonNode> data(HttpResponse<Stream<String>> answer) {
        return answer.body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(line.substring("data:".length())))
                .iterator();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
