package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.statestore.changes.Change;
import gov.mt.opi.aim.statestore.changes.ChangeCursor;
import gov.mt.opi.aim.statestore.changes.Changes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ChangesServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    DataSource database;

    @Inject
    StateStore stateStore;

    @Inject
    Changes changes;

    private ServiceScene scene;

    @BeforeEach
    void open() {
        scene = new ServiceScene(bootstrapServers);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoeverReadsFromTheStartKnowsTheViewAndHasSeenEachThingOnce() throws Exception {
        ServiceScene.register("91");
        scene.send(Records.file("91", 1)
                .adopting()
                .sd("910000001", "1", "Ash", "Ann", "F", "1996-01-01")
                .en("910000001", "733", "P", "2006-08-28", "")
                .pp("910000001", "F")
                .at("910000001", "0.333"));
        scene.send(Records.file("91", 2)
                .sd("910000001", "1", "Ashton", "Ann", "F", "1996-01-01")
                .en("910000001", "733", "P", "2006-08-28", "2007-03-30"));
        Map<String, Map<String, String>> known = new TreeMap<>();
        List<JsonNode> items = readOn("opi", "", 2, new ArrayList<>());
        for (JsonNode item : items) {
            if (item.get("stateId").asText().startsWith("91")) {
                assertThat(known.put(item.get("key").asText(), ViewRows.told(item.get("value"))))
                        .as("an earlier place of the same thing")
                        .isNull();
            }
        }
        assertThat(known).hasSize(4).isEqualTo(ViewRows.read(database, "91"));
    }

    @Test
    void aThingThatWasTakenOutAndCameBackIsToldAsItIs() {
        ServiceScene.register("88");
        List<String> cursor = new ArrayList<>();
        readOn("opi", "", 1000, cursor);
        scene.send(Records.file("88", 1)
                .adopting()
                .sd("880000001", "1", "Cedar", "Cal", "M", "1996-01-01")
                .en("880000001", "733", "P", "2006-08-28", ""));
        String key = as("opi").get("/api/v1/students/880000001").path("enrollments[0].key");
        as("opi")
                .contentType("application/json")
                .body(Map.of("reason", "Never came."))
                .post("/api/v1/enrollments/" + key + "/void")
                .then()
                .statusCode(200);
        scene.send(Records.file("88", 2).en("880000001", "733", "P", "2006-08-28", ""));
        as("opi")
                .get("/api/v1/changes?since=" + cursor.get(0))
                .then()
                .body("items.kind", equalTo(List.of("student", "enrollment")))
                .body("items[1].key", equalTo(key))
                .body("items[1].gone", equalTo(false))
                .body("items[1].version", equalTo(3));
        as("opi")
                .contentType("application/json")
                .body("{\"districtNumber\": \"88\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(202)
                .body("things", equalTo(2));
    }

    @Test
    void whoeverComesBackGetsWhatChangedSince() {
        ServiceScene.register("92");
        List<String> cursor = new ArrayList<>();
        readOn("opi", "", 1000, cursor);
        String since = cursor.get(0);
        as("opi")
                .get("/api/v1/changes?since=" + since)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("items", hasSize(0))
                .body("more", equalTo(false))
                .body("next", equalTo(since));
        scene.send(Records.file("92", 1).adopting().sd("920000001", "1", "Birch", "Bea", "F", "1996-01-01"));
        as("opi")
                .get("/api/v1/changes?since=" + since)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("student"))
                .body("items[0].stateId", equalTo("920000001"))
                .body("items[0].version", equalTo(1))
                .body("items[0].gone", equalTo(false))
                .body("items[0].value.lastName", equalTo("Birch"));
        as("opi")
                .get("/api/v1/audit?action=CHANGES_READ&stateId=920000001")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void aTimeIsAPlaceToBeginToo() {
        ServiceScene.register("93");
        scene.send(Records.file("93", 1).adopting().sd("930000001", "1", "Cedar", "Cal", "M", "1996-01-01"));
        String changedAt =
                as("opi").get("/api/v1/students/930000001").then().extract().path("changedAt");
        List<JsonNode> since = readOn("opi", changedAt, 1000, new ArrayList<>());
        assertThat(since.get(0).get("stateId").asText()).isEqualTo("930000001");
        as("opi")
                .get("/api/v1/changes?since=" + Instant.now().plusSeconds(60))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aDistrictSeesItsOwnOnly() {
        ServiceScene.register("94", "95");
        scene.send(Records.file("94", 1)
                .adopting()
                .sd("940000001", "1", "Dogwood", "Dee", "F", "1996-01-01")
                .en("940000001", "700", "P", "2006-08-28", ""));
        scene.send(Records.file("95", 1)
                .adopting()
                .sd("950000001", "1", "Elm", "Eli", "M", "1996-01-01")
                .en("950000001", "700", "P", "2006-08-28", ""));
        assertThat(readOn("district-94", "", 1000, new ArrayList<>()))
                .extracting(item -> item.get("stateId").asText())
                .hasSize(2)
                .containsOnly("940000001");
        as("district-94").get("/api/v1/changes?districtNumber=95").then().statusCode(404);
        assertThat(readOn("opi", "&districtNumber=95", 1000, new ArrayList<>()))
                .extracting(item -> item.get("kind").asText())
                .containsExactlyInAnyOrder("student", "enrollment");
    }

    @Test
    void aRetiredStudentSaysWhoStandsForIt() throws SQLException {
        ServiceScene.register("98");
        scene.send(Records.file("98", 1)
                .adopting()
                .sd("980000001", "1", "Ginkgo", "Gil", "M", "1996-01-01")
                .sd("980000002", "2", "Hawthorn", "Hal", "M", "1990-02-02"));
        try (Connection connection = database.getConnection();
                Statement retire = connection.createStatement()) {
            retire.execute("UPDATE student SET retired_into = (SELECT student_key FROM student"
                    + " WHERE state_id = '980000001') WHERE state_id = '980000002'");
        }
        Map<String, String> retiredInto = new TreeMap<>();
        readOn("district-98", "", 1000, new ArrayList<>())
                .forEach(item -> retiredInto.put(
                        item.get("stateId").asText(),
                        item.at("/value/retiredInto").asText("")));
        assertThat(retiredInto).isEqualTo(Map.of("980000001", "", "980000002", "980000001"));
        as("opi")
                .contentType("application/json")
                .body("{\"stateId\": \"980000002\"}")
                .post("/api/v1/resync")
                .then()
                .body("students", equalTo(2));
        as("opi").get("/api/v1/students/980000001").then().statusCode(200);
        as("opi")
                .get("/api/v1/audit?action=STUDENT_READ&stateId=980000002")
                .then()
                .body("total", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "since=-5", "since=987654321987654", "size=0", "size=1001"})
    void nonsenseIsA400(String query) {
        as("opi").get("/api/v1/changes?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void nothingIsMissedWhileManyWriteAtOnce() throws Exception {
        int writers = 4;
        int filesOfEach = 20;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> work = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            work.add(pool.submit(() -> {
                for (int i = 0; i < filesOfEach; i++) {
                    String stateId = "9" + (6 + writer % 2) + "%03d%04d".formatted(writer, i);
                    stateStore.apply(Records.file("9" + (6 + writer % 2), 1)
                            .adopting()
                            .sd(stateId, writer + "-" + i, "Fir" + stateIdInLetters(stateId), "Flo", "F", "1996-01-01")
                            .all());
                }
            }));
        }
        Set<String> seen = new HashSet<>();
        ChangeCursor cursor = ChangeCursor.START;
        boolean writing = true;
        while (true) {
            Changes.Portion portion = changes.after(cursor, Optional.empty(), 7).orElseThrow();
            portion.items().stream().map(Change::stateId).forEach(seen::add);
            cursor = portion.next();
            if (!portion.more()) {
                if (!writing) {
                    break;
                }
                writing = work.stream().anyMatch(future -> !future.isDone());
            }
        }
        for (Future<?> future : work) {
            future.get();
        }
        pool.shutdown();
        for (int w = 0; w < writers; w++) {
            for (int i = 0; i < filesOfEach; i++) {
                assertThat(seen).contains("9" + (6 + w % 2) + "%03d%04d".formatted(w, i));
            }
        }
    }

    /** Different names, so that identity has nothing to ask. */
    private static String stateIdInLetters(String stateId) {
        StringBuilder letters = new StringBuilder();
        stateId.chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
        return letters.toString();
    }

    /** Everything from a place on; the last cursor goes into the list. */
    private static List<JsonNode> readOn(String user, String since, int size, List<String> cursor) {
        List<JsonNode> items = new ArrayList<>();
        String query = since.startsWith("&") ? since : since.isEmpty() ? "" : "&since=" + since;
        boolean more = true;
        while (more) {
            JsonNode page = page(as(user).get("/api/v1/changes?size=" + size + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            StreamSupport.stream(page.get("items").spliterator(), false).forEach(items::add);
            more = page.get("more").asBoolean();
            query = (since.startsWith("&") ? since : "") + "&since="
                    + page.get("next").asText();
            cursor.clear();
            cursor.add(page.get("next").asText());
        }
        return items;
    }

    private static JsonNode page(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
