package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.SnapshotTaken;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotTest {

    private final StateTopics state = new StateTopics();

    @Inject
    DataSource database;

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void aSnapshotNeverChangesAndTakingItAgainMakesARevision() {
        String district = "301";
        UUID student = UUID.randomUUID();
        UUID enrollment = UUID.randomUUID();
        state.student(student, 1, "F", "05");
        state.program(UUID.randomUUID(), 1, student, district, Map.of("freeReducedLunch", "F"));
        state.attendance(UUID.randomUUID(), 1, student, district, 0.333, "H");
        state.enrollment(enrollment, 1, student, district, "06", "P", "2001-08-28", "2002-05-30");
        state.enrollment(UUID.randomUUID(), 1, student, district, "06", "S", "2001-08-28", "");
        String slice = "by=grade,lunch,gender&district=" + district;
        Map<String, Object> inGradeSix = Map.of("grade", "06", "lunch", "F", "gender", "F", "students", 1);
        eventually(() ->
                assertThat(rows("/api/v1/membership?on=2002-03-13&" + slice)).containsExactly(inGradeSix));

        Snapshot first = take("Test window 2002", "2002-03-13");
        assertThat(first.answer.statusCode()).isEqualTo(201);
        assertThat(first.answer.header("Location")).endsWith("/api/v1/snapshots/" + first.id());
        assertThat(first.json().getInt("revision")).isEqualTo(1);
        assertThat(first.json().getInt("rows")).isEqualTo(1);
        assertThat(first.json().getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(first.json().getString("takenBy")).isEqualTo("opi");
        assertThat(first.json().getString("ruleSetVersion")).isEqualTo("1");
        assertThat(get("/api/v1/snapshots/" + first.id()).asString()).isEqualTo(first.answer.asString());

        Snapshot same = take("Test window 2002", "2002-03-13");
        assertThat(same.json().getInt("revision")).isEqualTo(2);
        assertThat(same.json().getString("sha256")).isEqualTo(first.json().getString("sha256"));

        state.enrollment(enrollment, 2, student, district, "07", "P", "2001-08-28", "2002-05-30");
        eventually(() -> assertThat(rows("/api/v1/membership?on=2002-03-13&" + slice))
                .containsExactly(Map.of("grade", "07", "lunch", "F", "gender", "F", "students", 1)));
        Snapshot changed = take("Test window 2002", "2002-03-13");

        assertThat(rows(first.counts(slice))).containsExactly(inGradeSix);
        assertThat(rows(same.counts(slice))).containsExactly(inGradeSix);
        assertThat(rows(changed.counts("by=grade"))).containsExactly(Map.of("grade", "07", "students", 1));
        assertThat(changed.json().getInt("revision")).isEqualTo(3);
        assertThat(changed.json().getString("sha256")).isNotEqualTo(first.json().getString("sha256"));
        JsonPath counts = get(first.counts("by=school")).jsonPath();
        assertThat(counts.getString("snapshotId")).isEqualTo(first.id());
        assertThat(counts.getInt("revision")).isEqualTo(1);
        assertThat(counts.getString("on")).isEqualTo("2002-03-13");
        assertThat(counts.getInt("total")).isEqualTo(1);
        assertThat(counts.getString("asOf")).isEqualTo(first.json().getString("asOf"));
        assertThat(csv(first.counts("by=grade"))).isEqualTo("grade,students\r\n06,1\r\n");
        assertThat(hoursAndAbsence(first)).isEqualTo("H 0.333");
    }

    @Test
    void theDifferenceOfTwoRevisionsIsTold() {
        UUID stays = UUID.randomUUID();
        UUID leaves = UUID.randomUUID();
        UUID comes = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        state.register("302");
        state.register("303");
        state.program(UUID.randomUUID(), 1, stays, "302", Map.of("freeReducedLunch", "N"));
        state.enrollment(UUID.randomUUID(), 1, stays, "302", "06", "P", "1991-08-28", "1992-05-30");
        state.enrollment(gone, 1, leaves, "302", "06", "P", "1991-08-28", "1992-05-30");
        String day = "1992-03-13";
        eventually(
                () -> assertThat(get("/api/v1/membership?on=" + day).jsonPath().getInt("total"))
                        .isEqualTo(2));
        Snapshot before = take("Compared", day);

        state.gone(Topic.STATE_ENROLLMENT, gone);
        state.program(UUID.randomUUID(), 2, stays, "302", Map.of("freeReducedLunch", "F"));
        state.enrollment(UUID.randomUUID(), 1, comes, "303", "07", "P", "1991-08-28", "1992-05-30");
        eventually(() -> assertThat(rows("/api/v1/membership?by=grade,lunch&on=" + day))
                .containsExactly(
                        Map.of("grade", "06", "lunch", "F", "students", 1),
                        Map.of("grade", "07", "lunch", "N", "students", 1)));
        Snapshot after = take("Compared", day);

        String difference = "/api/v1/snapshots/" + after.id() + "/difference";
        JsonPath counts = get(difference + "?by=grade").jsonPath();
        assertThat(counts.getString("from.snapshotId")).isEqualTo(before.id());
        assertThat(counts.getInt("to.revision")).isEqualTo(2);
        assertThat(counts.getList("rows"))
                .containsExactly(
                        Map.of("grade", "06", "before", 2, "after", 1, "change", -1),
                        Map.of("grade", "07", "before", 0, "after", 1, "change", 1));
        assertThat(csv(difference + "?by=grade")).isEqualTo("grade,before,after,change\r\n06,2,1,-1\r\n07,0,1,1\r\n");

        JsonPath students = get(difference + "/students").jsonPath();
        assertThat(students.getInt("total")).isEqualTo(3);
        assertThat(students.getString("items.find { it.studentKey == '" + comes + "' }.change"))
                .isEqualTo("added");
        assertThat(students.getString("items.find { it.studentKey == '" + leaves + "' }.change"))
                .isEqualTo("removed");
        assertThat(students.getList("items.find { it.studentKey == '" + stays + "' }.fields"))
                .isEqualTo(List.of(Map.of("name", "lunch", "before", "N", "after", "F")));
        JsonPath ofOne = given().auth()
                .preemptive()
                .basic("district-303", "district-303")
                .get(difference + "/students")
                .jsonPath();
        assertThat(ofOne.getList("items.studentKey")).containsExactly(comes.toString());
        assertThat(get("/api/v1/snapshots/" + before.id() + "/difference").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSnapshotOfNobodySaysSo() {
        Snapshot nobody = take("Nobody", "1950-03-13");

        assertThat(nobody.json().getInt("rows")).isZero();
        assertThat(nobody.json().getString("note")).contains("Nobody");
        assertThat(get("/api/v1/snapshots/" + nobody.id()).jsonPath().getString("note"))
                .isEqualTo(nobody.json().getString("note"));
        assertThat(get(nobody.counts("by=grade")).jsonPath().getString("note")).isNotBlank();
    }

    @Test
    void theDatabaseRefusesToChangeASnapshot() {
        take("Untouchable", "2001-03-13");
        for (String change : List.of(
                "UPDATE snapshot_row SET grade = '12'",
                "DELETE FROM snapshot_row",
                "UPDATE snapshot SET students = 7")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("never changes");
        }
    }

    @Test
    void everySnapshotIsToldOnce() throws Exception {
        Snapshot taken = take("Told", "2001-03-13");

        List<ConsumerRecord<String, byte[]>> told = state.probe()
                .read(
                        Topic.SNAPSHOT.topicName(),
                        message -> message.key().equals(taken.id()),
                        1,
                        Duration.ofSeconds(30));
        assertThat(told).hasSize(1);
        assertThat(TopicProbe.header(told.get(0), "ce_type")).isEqualTo("aim.snapshot.taken");
        assertThat(TopicProbe.header(told.get(0), "ce_id")).isEqualTo(taken.id());
        SnapshotTaken event =
                EventJson.reader(SnapshotTaken.class).readValue(told.get(0).value());
        assertThat(event.snapshotId()).isEqualTo(UUID.fromString(taken.id()));
        assertThat(event.countDate()).isEqualTo(LocalDate.of(2001, 3, 13));
        assertThat(event.sha256()).isEqualTo(taken.json().getString("sha256"));
        assertThat(event.takenAt()).hasToString(taken.json().getString("takenAt"));
    }

    @Test
    void snapshotsTakenAtTheSameMomentGetRevisionsOneAfterTheOther() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> take("At once", "2001-03-13").json().getInt("revision"));
            }
            List<Integer> revisions = new ArrayList<>();
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                revisions.add(answer.get());
            }
            assertThat(revisions).containsExactlyInAnyOrder(1, 2, 3, 4);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void theListIsPagedNewestFirst() {
        Snapshot older = take("Older", "2001-03-13");
        Snapshot newer = take("Newer", "2001-03-13");

        JsonPath page = get("/api/v1/snapshots?size=2").jsonPath();
        assertThat(page.getList("items.id")).containsExactly(newer.id(), older.id());
        assertThat(page.getInt("size")).isEqualTo(2);
        assertThat(page.getInt("total")).isGreaterThanOrEqualTo(2);
        assertThat(get("/api/v1/snapshots?page=1&size=1").jsonPath().getList("items.id"))
                .containsExactly(older.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "7",
                "{}",
                "{\"name\": \"a\"}",
                "{\"countDate\": \"2007-03-13\"}",
                "{\"name\": \" \", \"countDate\": \"2007-03-13\"}",
                "{\"name\": \"a\", \"countDate\": \"03/13/2007\"}",
                "{\"name\": \"a\", \"countDate\": \"2007-02-30\"}",
                "{\"name\": \"a\", \"countDate\": \"2190-01-01\"}",
                "{\"name\": \"a\", \"countDate\": [1]}",
                "{\"name\": \"a\\u0000b\", \"countDate\": \"2007-03-13\"}"
            })
    void aBodyThatIsNoOrderIsRefused(String body) {
        Response answer = post(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }

    @Test
    void aNameTooLongIsRefused() {
        assertThat(post("{\"name\": \"" + "n".repeat(101) + "\", \"countDate\": \"2007-03-13\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nothing = "/api/v1/snapshots/" + UUID.randomUUID();
        assertThat(get(nothing).statusCode()).isEqualTo(404);
        assertThat(get(nothing + "/counts?by=grade").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/snapshots/first").statusCode()).isEqualTo(404);
    }

    @Test
    void aSliceNobodyUnderstandsIsRefused() {
        Snapshot taken = take("Sliced", "2001-03-13");
        assertThat(get(taken.counts("by=shoe")).statusCode()).isEqualTo(400);
        assertThat(get(taken.counts("on=2007-03-13")).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/snapshots?size=0").statusCode()).isEqualTo(400);
    }

    private String hoursAndAbsence(Snapshot snapshot) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT hours || ' ' || portion_absent FROM snapshot_row WHERE snapshot_id = ?::uuid")) {
            select.setString(1, snapshot.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Snapshot take(String name, String countDate) {
        return new Snapshot(post("{\"name\": \"" + name + "\", \"countDate\": \"" + countDate + "\"}"));
    }

    private static Response post(String body) {
        return given().auth()
                .preemptive()
                .basic("opi", "opi")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/snapshots");
    }

    private static Response get(String path) {
        return given().auth().preemptive().basic("opi", "opi").get(path);
    }

    private static List<Object> rows(String path) {
        return get(path).jsonPath().getList("rows");
    }

    private static String csv(String path) {
        return given().auth()
                .preemptive()
                .basic("opi", "opi")
                .accept("text/csv")
                .get(path)
                .asString();
    }

    private record Snapshot(Response answer) {
        JsonPath json() {
            return answer.jsonPath();
        }

        String id() {
            return json().getString("id");
        }

        String counts(String query) {
            return "/api/v1/snapshots/" + id() + "/counts?" + query;
        }
    }
}
