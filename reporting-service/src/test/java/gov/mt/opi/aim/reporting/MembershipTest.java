package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Live counts of a small state that can be counted by hand. Every test has districts of its own. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembershipTest {

    private final StateTopics state = new StateTopics();

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void bothDatesOfAnEnrollmentAreDaysEnrolled() {
        UUID student = UUID.randomUUID();
        state.student(student, 1, "F", "05");
        state.enrollment(UUID.randomUUID(), 1, student, "201", "06", "P", "2006-08-28", "2007-03-13");

        eventually(() -> assertThat(total("on=2007-03-13&district=201")).isEqualTo(1));
        assertThat(total("on=2006-08-28&district=201")).isEqualTo(1);
        assertThat(total("on=2006-08-27&district=201")).isZero();
        assertThat(total("on=2007-03-14&district=201")).isZero();
    }

    @Test
    void anEnrollmentThatEndsLaterCountsAsMuchAsOneWithoutAnEnd() {
        UUID stays = UUID.randomUUID();
        UUID leaves = UUID.randomUUID();
        state.enrollment(UUID.randomUUID(), 1, stays, "202", "06", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, leaves, "202", "07", "P", "2006-08-28", "2007-05-30");

        eventually(
                () -> assertThat(counts("on=2007-03-13&district=202&by=grade").getList("rows"))
                        .containsExactly(Map.of("grade", "06", "students", 1), Map.of("grade", "07", "students", 1)));
        assertThat(total("on=2007-06-01&district=202")).isEqualTo(1);
    }

    @Test
    void onlyPrimaryEnrollmentsCountUnlessServiceTypesAreAsked() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        state.enrollment(UUID.randomUUID(), 1, one, "203", "06", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, one, "204", "06", "S", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, other, "204", "06", "N", "2006-08-28", "");

        String both = "on=2007-03-13&district=203,204";
        eventually(() -> assertThat(counts(both + "&by=serviceType").getList("rows"))
                .containsExactly(
                        Map.of("serviceType", "N", "students", 1),
                        Map.of("serviceType", "P", "students", 1),
                        Map.of("serviceType", "S", "students", 1)));
        assertThat(total(both + "&by=serviceType")).isEqualTo(3);
        assertThat(total(both)).isEqualTo(1);
        assertThat(total("on=2007-03-13&district=204")).isZero();
        assertThat(total("on=2007-03-13&district=204&serviceType=S")).isEqualTo(1);
    }

    @Test
    void programDataAreThoseOfTheSameSchoolAndDefaultsWithoutThem() {
        UUID with = UUID.randomUUID();
        UUID without = UUID.randomUUID();
        state.student(with, 1, "F", "01");
        state.enrollment(UUID.randomUUID(), 1, with, "205", "06", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, without, "205", "06", "P", "2006-08-28", "");
        state.program(
                UUID.randomUUID(),
                1,
                with,
                "205",
                Map.of("freeReducedLunch", "R", "lepStatus", "01", "titleIParticipation", "Y"));
        state.program(UUID.randomUUID(), 1, without, "206", Map.of("freeReducedLunch", "F", "lepStatus", "02"));

        eventually(() -> assertThat(counts("on=2007-03-13&district=205&by=lunch,lepStatus,titleI,gender,raceEthnicity")
                        .getList("rows"))
                .containsExactly(
                        Map.of(
                                "lunch",
                                "N",
                                "lepStatus",
                                "",
                                "titleI",
                                "N",
                                "gender",
                                "",
                                "raceEthnicity",
                                "",
                                "students",
                                1),
                        Map.of(
                                "lunch",
                                "R",
                                "lepStatus",
                                "01",
                                "titleI",
                                "Y",
                                "gender",
                                "F",
                                "raceEthnicity",
                                "01",
                                "students",
                                1)));
        assertThat(total("on=2007-03-13&district=205&lunch=R&sped=N&section504=N&homeless=N&immigrant=N"))
                .isEqualTo(1);
        assertThat(counts("on=2007-03-13&district=205&by=sped,section504,homeless,immigrant")
                        .getList("rows"))
                .hasSize(1);
    }

    @Test
    void aStudentWhoMovedCountsOnceOnEveryDay() {
        UUID student = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        state.enrollment(first, 1, student, "207", "06", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, student, "208", "06", "P", "2007-01-08", "");
        // The old district's end arrives last; until then two Primary enrollments overlap.
        String both = "&district=207,208";
        eventually(() -> assertThat(counts("on=2007-03-13&by=district" + both).getList("rows"))
                .containsExactly(Map.of("district", "208", "students", 1)));
        assertThat(total("on=2007-03-13&district=207")).isZero();

        state.enrollment(first, 2, student, "207", "06", "P", "2006-08-28", "2007-01-07");
        eventually(() -> assertThat(counts("on=2007-01-07&by=district" + both).getList("rows"))
                .containsExactly(Map.of("district", "207", "students", 1)));
        assertThat(counts("on=2007-01-08&by=district" + both).getList("rows"))
                .containsExactly(Map.of("district", "208", "students", 1));
    }

    @Test
    void redeliveredAndOlderEventsChangeNothing() {
        UUID student = UUID.randomUUID();
        UUID enrollment = UUID.randomUUID();
        state.enrollment(enrollment, 2, student, "209", "07", "P", "2006-08-28", "");
        state.enrollment(enrollment, 1, student, "209", "06", "P", "2006-08-28", "");
        state.enrollment(enrollment, 2, student, "209", "07", "P", "2006-08-28", "");
        // The same key has the same partition, so what follows is read after all of them.
        UUID last = lastOfThePartitionOf(enrollment, "209");

        eventually(
                () -> assertThat(counts("on=2007-03-13&by=grade&district=209").getList("rows"))
                        .containsExactly(Map.of("grade", "07", "students", 1), Map.of("grade", "08", "students", 1)));
        state.gone(Topic.STATE_ENROLLMENT, last);
    }

    @Test
    void aTombstoneTakesAThingAwayAndAnOlderEventDoesNotBringItBack() {
        UUID student = UUID.randomUUID();
        UUID enrollment = UUID.randomUUID();
        state.enrollment(enrollment, 3, student, "210", "07", "P", "2006-08-28", "");
        eventually(() -> assertThat(total("on=2007-03-13&district=210")).isEqualTo(1));

        state.gone(Topic.STATE_ENROLLMENT, enrollment);
        eventually(() -> assertThat(total("on=2007-03-13&district=210")).isZero());

        state.enrollment(enrollment, 2, student, "210", "06", "P", "2006-08-28", "");
        state.enrollment(enrollment, 4, student, "210", "08", "P", "2006-08-28", "");
        eventually(
                () -> assertThat(counts("on=2007-03-13&by=grade&district=210").getList("rows"))
                        .containsExactly(Map.of("grade", "08", "students", 1)));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheRestGoesOn() {
        UUID student = UUID.randomUUID();
        UUID poison = UUID.randomUUID();
        state.send(Topic.STATE_ENROLLMENT, poison.toString(), "{\"studentKey\": 7".getBytes());
        state.send(Topic.STATE_ENROLLMENT, poison.toString(), "{}".getBytes());
        state.enrollment(poison, 1, student, "211", "0\u0000", "P", "2006-08-28", "");
        state.enrollment(poison, 1, student, "211", "07", "P", "+999999999-01-01", "");
        state.send(Topic.STATE_STUDENT, "no-uuid", "{\"version\": 1}".getBytes());
        state.send(Topic.STATE_STUDENT, "no-uuid", (byte[]) null);
        state.enrollment(UUID.randomUUID(), 1, student, "211", "07", "P", "2006-08-28", "");

        eventually(() -> assertThat(total("on=2007-03-13&district=211")).isEqualTo(1));
        assertThat(state.probe()
                        .read(
                                Topic.DEAD_LETTER.topicName(),
                                letter -> new String(letter.value()).contains("aim.state."),
                                6,
                                java.time.Duration.ofSeconds(30)))
                .hasSize(6)
                .allSatisfy(letter -> assertThat(new String(letter.value())).doesNotContain("studentKey", "no-uuid"));
    }

    @Test
    void aSchoolIsNamedWithItsDistrict() {
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "213", "07", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "1212", "07", "P", "2006-08-28", "");
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "1212", "08", "P", "2006-08-28", "");

        String query = "on=2007-03-13&by=school&district=213&district=1212";
        eventually(() -> assertThat(counts(query).getList("rows"))
                .containsExactly(
                        Map.of("district", "213", "school", "733", "students", 1),
                        Map.of("district", "1212", "school", "733", "students", 2)));
        assertThat(counts(query).getList("by")).containsExactly("school");
    }

    @Test
    void anAnswerSaysWhatItCountsAndWhen() {
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "214", "07", "P", "2006-08-28", "");
        eventually(() -> assertThat(total("on=2007-03-13&district=214")).isEqualTo(1));

        Response answer = get("on=2007-03-13&district=214");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonPath json = answer.jsonPath();
        assertThat(json.getString("on")).isEqualTo("2007-03-13");
        assertThat(json.getList("by")).isEmpty();
        assertThat(json.getList("rows")).isEmpty();
        assertThat(json.getString("asOf")).endsWith("Z");
        assertThat(json.getString("definition")).contains("Primary");
    }

    @Test
    void cellsThatNobodyIsInAreShownOnRequest() {
        state.register("216");
        state.school("216", "733", "07", "08");
        state.school("216", "734", "07", "08");
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "216", "07", "P", "2006-08-28", "");
        String query = "on=2007-03-13&district=216&by=school,grade&grade=07,08";
        eventually(() -> assertThat(total(query)).isEqualTo(1));
        assertThat(counts(query).getList("rows")).hasSize(1);

        JsonPath all = counts(query + "&zeros=true");
        assertThat(all.getList("rows"))
                .containsExactly(
                        Map.of("district", "216", "school", "733", "grade", "07", "students", 1),
                        Map.of("district", "216", "school", "733", "grade", "08", "students", 0),
                        Map.of("district", "216", "school", "734", "grade", "07", "students", 0),
                        Map.of("district", "216", "school", "734", "grade", "08", "students", 0));
        assertThat(all.getLong("total")).isEqualTo(1);
        assertThat(counts("on=2007-03-13&district=216&by=lepStatus,sped&zeros=true")
                        .getList("rows"))
                .hasSize(6);
        assertThat(get("on=2007-03-13&by=grade,raceEthnicity,homeless,serviceType,lunch&zeros=true")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("on=2007-03-13&by=grade&zeros=maybe").statusCode()).isEqualTo(400);
    }

    @Test
    void csvHasAHeaderAndTheSameRows() {
        state.enrollment(UUID.randomUUID(), 1, UUID.randomUUID(), "215", "07", "P", "2006-08-28", "");
        eventually(() -> assertThat(total("on=2007-03-13&district=215")).isEqualTo(1));

        assertThat(csv("on=2007-03-13&district=215&by=school,grade,lepStatus"))
                .isEqualTo("district,school,grade,lepStatus,students\r\n215,733,07,,1\r\n");
        assertThat(csv("on=2007-03-13&district=215")).isEqualTo("students\r\n1\r\n");
    }

    /** A thing of the partition of another, sent last: when it is counted, everything before it was read. */
    private UUID lastOfThePartitionOf(UUID key, String district) {
        int partition = partition(key);
        UUID last = UUID.randomUUID();
        while (partition(last) != partition) {
            last = UUID.randomUUID();
        }
        state.enrollment(last, 1, UUID.randomUUID(), district, "08", "P", "2006-08-28", "");
        return last;
    }

    private static int partition(UUID key) {
        return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(
                        key.toString().getBytes()))
                % 6;
    }

    private static long total(String query) {
        return counts(query).getLong("total");
    }

    private static JsonPath counts(String query) {
        Response answer = get(query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response get(String query) {
        return given().auth().preemptive().basic("opi", "opi").get("/api/v1/membership?" + query);
    }

    private static String csv(String query) {
        return given().auth()
                .preemptive()
                .basic("opi", "opi")
                .accept("text/csv")
                .get("/api/v1/membership?" + query)
                .asString();
    }
}
