package gov.mt.opi.aim.intake;

import static gov.mt.opi.aim.intake.IntakeScene.await;
import static gov.mt.opi.aim.intake.IntakeScene.awaitStatus;
import static gov.mt.opi.aim.intake.IntakeScene.file;
import static gov.mt.opi.aim.intake.IntakeScene.get;
import static gov.mt.opi.aim.intake.IntakeScene.line;
import static gov.mt.opi.aim.intake.IntakeScene.send;
import static gov.mt.opi.aim.intake.IntakeScene.submission;
import static gov.mt.opi.aim.intake.IntakeScene.taken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files in: what is answered, kept and published. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ReceiptServiceTest {

    private static final String SD = line("SD", "63", "\tL1\tExample");

    @TestHTTPResource("/")
    URL address;

    @ConfigProperty(name = "aim.intake.folder")
    Path folder;

    private IntakeScene scene;

    @BeforeEach
    void register() {
        scene = new IntakeScene();
        scene.register("63", "64", "9");
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void publishesTheLinesOfAFileInOrder() throws Exception {
        String id = taken(
                "district-63",
                "63_03152007.tsv",
                file(SD, line("EN", "63", "first"), "", line("AT", "63", "\u00e9"), "", "  "));

        List<ConsumerRecord<String, byte[]>> messages = scene.published(id, 3);
        assertThat(messages).hasSize(3).allSatisfy(message -> {
            assertThat(message.key()).isEqualTo("63");
            assertThat(TopicProbe.header(message, "ce_type")).isEqualTo("aim.record.submitted");
            assertThat(TopicProbe.header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(TopicProbe.header(message, "ce_source")).isEqualTo("/aim/intake-service");
            assertThat(TopicProbe.header(message, "content-type")).isEqualTo("application/json");
        });
        assertThat(messages)
                .extracting(message -> TopicProbe.header(message, "ce_id"))
                .containsExactly(id + ":2", id + ":3", id + ":5");
        RecordSubmitted last = EventJson.reader(RecordSubmitted.class)
                .readValue(messages.get(2).value());
        assertThat(last.record()).isEqualTo(line("AT", "63", "\u00e9"));
        assertThat(last.ordinal()).isEqualTo(3);
        assertThat(last.lines()).isEqualTo(3);
        assertThat(last.headerTimestamp()).hasToString("2007-03-15T16:00");
        assertThat(last.mode()).hasToString("SUBMIT");
        awaitStatus(id, "PROCESSING").then().body("status", equalTo("PROCESSING"));
    }

    @Test
    void answersWithTheSubmission() {
        Response answer = send("district-63", "63_03152007.tsv", file(SD, line("PP", "63", "answer"), "XX\t63"));

        answer.then()
                .statusCode(202)
                .header("Location", containsString("/api/v1/submissions/" + answer.path("id")))
                .body("districtNumber", equalTo("63"))
                .body("fileName", equalTo("63_03152007.tsv"))
                .body("mode", equalTo("submit"))
                .body("duplicate", equalTo(false))
                .body("headerTimestamp", equalTo("2007-03-15T16:00:00"))
                .body("formatVersion", equalTo("MT1.3"))
                .body("receivedBy", equalTo("district-63"))
                .body("completedAt", nullValue())
                .body("records.total", equalTo(3))
                .body("records.pending", equalTo(3))
                .body("recordsByType.SD.total", equalTo(1))
                .body("recordsByType.EN.total", equalTo(0))
                .body("recordsByType.PP.pending", equalTo(1))
                .body("recordsByType.AT.stale", equalTo(0))
                .body("findings.fatal", equalTo(0))
                .body("ruleSetVersion", equalTo("1"));
        submission(answer.path("id")).then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void keepsTheFileBeforeItAnswers() throws Exception {
        String content = file(SD, line("EN", "63", "kept"));
        String id = taken("district-63", "63_03152007.tsv", content);

        try (Stream<Path> files = Files.walk(folder.resolve("files"))) {
            Path kept = files.filter(path -> path.getFileName().toString().equals(id + ".tsv"))
                    .findFirst()
                    .orElseThrow();
            assertThat(kept).hasContent(content);
        }
        assertThat(folder.resolve("parts")).isEmptyDirectory();
    }

    @Test
    void tellsTheWorldThatAFileWasReceived() throws Exception {
        String id = taken("district-63", "63_03152007.tsv", file(SD, line("EN", "63", "told")));

        ConsumerRecord<String, byte[]> message =
                scene.read(Topic.SUBMISSION, id, 1, IntakeScene.PATIENCE).get(0);
        assertThat(message.key()).isEqualTo("63");
        assertThat(TopicProbe.header(message, "ce_type")).isEqualTo("aim.submission.received");
        SubmissionChanged change = EventJson.reader(SubmissionChanged.class).readValue(message.value());
        assertThat(change.lines()).isEqualTo(2);
        assertThat(change.status()).isEqualTo("RECEIVED");
    }

    @Test
    void answersTheSameBytesWithTheEarlierSubmission() {
        String content = file(SD, line("EN", "63", "twice"));
        String id = taken("district-63", "63_03152007.tsv", content);

        send("district-63", "63_03152007.tsv", content)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("duplicate", equalTo(true))
                .body("notice.ruleId", equalTo("FILE-016"));
        submission(id).then().body("duplicate", equalTo(false));
        send("district-63", "63_03152007.tsv", content.getBytes(StandardCharsets.UTF_8), Map.of("mode", "validate"))
                .then()
                .statusCode(202)
                .body("mode", equalTo("validate"))
                .body("id", not(equalTo(id)));
        send("district-63", "63_03152007.tsv", content.getBytes(StandardCharsets.UTF_8), Map.of("again", "true"))
                .then()
                .statusCode(202)
                .body("id", not(equalTo(id)));
    }

    @Test
    void takesTheSameBytesOnceWhenTheyComeAtTheSameMoment() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                String content = file(line("EN", "9", "at once " + round), line("EN", "9", "own"));
                CyclicBarrier together = new CyclicBarrier(4);
                List<Callable<Response>> calls = IntStream.range(0, 4)
                        .<Callable<Response>>mapToObj(i -> () -> {
                            together.await();
                            return send("district-9", "9_03152007.tsv", content);
                        })
                        .toList();
                List<Response> answers = new ArrayList<>();
                for (Future<Response> answer : senders.invokeAll(calls)) {
                    answers.add(answer.get());
                }

                assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(202, 200, 200, 200);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 200)
                        .allSatisfy(answer ->
                                assertThat(answer.<Boolean>path("duplicate")).isTrue());
                String id = answers.get(0).path("id");
                assertThat(answers)
                        .extracting(answer -> answer.<String>path("id"))
                        .containsOnly(id);
                assertThat(get("opi", "/submissions/{id}/history", id).<List<String>>path("items.what"))
                        .filteredOn("DUPLICATE"::equals)
                        .hasSize(3);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void refusesAFileThatCannotBeTakenAndListsTheRefusal() {
        Response answer = send("district-63", "63_03152007.tsv", "HD\t3/15/2007\t24:00:00\tMT1.2\r\n" + SD);

        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aim:problem:file-refused"))
                .body("findings.ruleId", equalTo(List.of("HDR-022", "HDR-033", "HDR-043")))
                .body("findings[0].line", equalTo(1))
                .body("findings[0].fieldName", equalTo("Date"));
        String id = answer.path("submissionId");
        get("district-63", "/submissions?status=REFUSED")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.status", everyItem(equalTo("REFUSED")));
        submission(id)
                .then()
                .body("findings.fatal", equalTo(3))
                .body("headerTimestamp", nullValue())
                .body("records.total", equalTo(0));
        get("district-63", "/submissions/{id}/findings", id).then().body("total", equalTo(3));
        assertThat(scene.read(Topic.SUBMISSION, id + ":refused", 1, IntakeScene.PATIENCE))
                .hasSize(1);
    }

    @Test
    void refusesADistrictThatIsNotRegistered() {
        send("opi", "9998_03152007.tsv", file(line("SD", "9998", "x")))
                .then()
                .statusCode(422)
                .body("findings.ruleId", equalTo(List.of("FILE-007")));
    }

    @Test
    void refusesANameWithoutADistrictAndShowsItToItsSender() {
        Response answer = send("district-63", "students.tsv", file(SD, "nameless"));

        answer.then().statusCode(422).body("findings.ruleId", equalTo(List.of("FILE-001")));
        get("district-63", "/submissions/{id}", answer.<String>path("submissionId"))
                .then()
                .statusCode(200)
                .body("districtNumber", equalTo("63"));
    }

    @Test
    void neverTakesAFileNameForAPath() {
        for (String name : List.of("../../63_03152007.tsv", "63_03152007.tsv\u0000", "/etc/63_03152007.tsv")) {
            send("district-63", name, file(SD))
                    .then()
                    .statusCode(422)
                    .body("findings.ruleId", equalTo(List.of("FILE-005")));
        }
    }

    @Test
    void refusesAnEmptyFile() {
        send("district-63", "63_03152007.tsv", "")
                .then()
                .statusCode(422)
                .body("findings.ruleId", equalTo(List.of("FILE-009")));
    }

    @Test
    void refusesAFileOfAnotherDistrict() {
        send("district-64", "63_03152007.tsv", file(SD, "not mine"))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("findings.ruleId", equalTo(List.of("FILE-008")));
    }

    @Test
    void refusesABodyOverTheLimitAndStillAnswers() throws Exception {
        byte[] chunk = new byte[1 << 20];
        java.util.Arrays.fill(chunk, (byte) 'x');
        long size = 150L << 20;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("63_03152007.tsv", size));
            for (long sent = 0; sent < size; sent += chunk.length) {
                out.write(chunk);
            }
            out.flush();
            assertThat(firstLine(socket)).contains("422");
        }
    }

    @Test
    void keepsNothingOfAnUploadThatIsCut() throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(head("63_03152007.tsv", 1000));
            socket.getOutputStream().write(file(SD, "cut").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            long deadline = System.nanoTime() + IntakeScene.PATIENCE.toNanos();
            while (parts() == 0 && System.nanoTime() < deadline) {
                IntakeScene.pause();
            }
            assertThat(parts()).isEqualTo(1);
        }
        long deadline = System.nanoTime() + IntakeScene.PATIENCE.toNanos();
        while (parts() > 0 && System.nanoTime() < deadline) {
            IntakeScene.pause();
        }
        assertThat(parts()).isZero();
    }

    @Test
    void letsOnlyOpiTakeStateIdsOver() {
        byte[] content = file(SD, "adopt").getBytes(StandardCharsets.UTF_8);
        send("district-63", "63_03152007.tsv", content, Map.of("adoptStateIds", "true"))
                .then()
                .statusCode(403);
        send("opi", "63_03152007.tsv", content, Map.of("adoptStateIds", "true"))
                .then()
                .statusCode(202)
                .body("receivedBy", equalTo("opi"));
    }

    @Test
    void showsADistrictOnlyItsOwn() {
        String id = taken("district-63", "63_03152007.tsv", file(SD, "mine"));

        for (String path :
                List.of("", "/findings", "/findings/summary", "/state-ids", "/rejected-records", "/history")) {
            get("district-64", "/submissions/{id}" + path, id).then().statusCode(404);
            get("district-63", "/submissions/{id}" + path, id).then().statusCode(200);
        }
        get("district-64", "/submissions?districtNumber=63").then().statusCode(404);
        get("district-64", "/submissions").then().body("items.districtNumber", everyItem(equalTo("64")));
        get("opi", "/submissions?districtNumber=63&size=1").then().body("items", hasSize(1));
        get("opi", "/submissions/{id}", "0192aaaa-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
        get("opi", "/submissions/{id}", "nonsense").then().statusCode(404);
    }

    @Test
    void listsTheNewestFirst() {
        String first = taken("district-64", "64_03152007.tsv", file(line("SD", "64", "1")));
        String second = taken("district-64", "64_03152007.tsv", file(line("SD", "64", "2")));

        get("district-64", "/submissions?size=2").then().body("items.id", equalTo(List.of(second, first)));
    }

    @Test
    void refusesNonsenseParameters() {
        for (String query : List.of(
                "page=-1", "page=x", "size=0", "size=1001", "size=99999999999", "status=DONE", "districtNumber=abc")) {
            get("opi", "/submissions?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", notNullValue());
        }
        String id = taken("district-63", "63_03152007.tsv", file(SD, "nonsense"));
        get("opi", "/submissions/{id}/findings?severity=BAD", id).then().statusCode(400);
        for (Map<String, String> query :
                List.of(Map.of("mode", "later"), Map.of("again", "maybe"), Map.of("adoptStateIds", "1"))) {
            send("opi", "63_03152007.tsv", file(SD).getBytes(StandardCharsets.UTF_8), query)
                    .then()
                    .statusCode(400);
        }
        given().auth()
                .preemptive()
                .basic("opi", "opi")
                .body("x")
                .post("/api/v1/submissions")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesWhoIsNotSignedIn() {
        given().body("x")
                .post("/api/v1/submissions?fileName=63_03152007.tsv")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().get("/api/v1/submissions").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .preemptive()
                .basic("district-63", "wrong")
                .get("/api/v1/submissions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        get("district-9999", "/submissions").then().statusCode(401);
    }

    @Test
    void publishesALineTooLongToBeARecordCut() throws Exception {
        String id = taken("district-63", "63_03152007.tsv", file(SD, "SD\t63\t" + "y".repeat(1 << 20), SD));

        List<ConsumerRecord<String, byte[]>> messages = scene.published(id, 3);
        RecordSubmitted longLine = EventJson.reader(RecordSubmitted.class)
                .readValue(messages.get(1).value());
        assertThat(longLine.record()).hasSize(RecordSubmitted.RECORD_LENGTH_MAX + 1);
    }

    @Test
    void readsWindows1252AndSaysSo() throws Exception {
        byte[] content = file(line("SD", "63", "Pe\u00f1a")).getBytes(StandardCharsets.ISO_8859_1);
        Response answer = send("district-63", "63_03152007.tsv", content, Map.of());

        answer.then().statusCode(202).body("findings.warning", equalTo(1));
        String id = answer.path("id");
        get("district-63", "/submissions/{id}/findings", id)
                .then()
                .body("items.ruleId", equalTo(List.of("FILE-012")))
                .body("items[0].line", nullValue());
        RecordSubmitted line = EventJson.reader(RecordSubmitted.class)
                .readValue(scene.published(id, 1).get(0).value());
        assertThat(line.record()).isEqualTo(line("SD", "63", "Pe\u00f1a"));
    }

    @Test
    void publishesTheFilesOfADistrictInTheOrderOfReceipt() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> taken("district-64", "64_03152007.tsv", file(line("SD", "64", "order " + i))))
                .toList();

        List<String> published =
                scene.read(Topic.RECORD_SUBMITTED, "", Integer.MAX_VALUE, java.time.Duration.ofSeconds(3)).stream()
                        .map(message -> TopicProbe.header(message, "ce_id").split(":")[0])
                        .filter(ids::contains)
                        .toList();
        assertThat(published).isEqualTo(ids);
        await(ids.get(1), now -> now.path("findings.info").equals(1)).then().body("findings.info", equalTo(1));
    }

    private byte[] head(String fileName, long length) {
        String login = Base64.getEncoder().encodeToString("district-63:district-63".getBytes(StandardCharsets.UTF_8));
        return ("POST /api/v1/submissions?fileName=" + fileName + " HTTP/1.1\r\nHost: test\r\nAuthorization: Basic "
                        + login + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String firstLine(Socket socket) throws Exception {
        return new String(socket.getInputStream().readNBytes(64), StandardCharsets.US_ASCII);
    }

    private long parts() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
            return files.count();
        }
    }
}
