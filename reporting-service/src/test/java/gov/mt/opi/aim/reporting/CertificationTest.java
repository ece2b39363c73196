package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.Asked.get;
import static gov.mt.opi.aim.reporting.Asked.json;
import static gov.mt.opi.aim.reporting.Asked.post;
import static gov.mt.opi.aim.reporting.Asked.put;
import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A district on its way to certify: what is missing, the signature, its withdrawal. Every test has a district of its own. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificationTest {

    private static final String SIGNED = "{\"signedBy\": \"Jane Roe, Superintendent\"}";

    private final StateTopics state = new StateTopics();

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void aDistrictCertifiesWhenNothingBlocksAndAgainAfterWithdrawal() {
        UUID student = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        school("601");
        state.enrollment(student, "601", Map.of());
        state.enrollment(second, "601", Map.of("grade", "10"));
        state.program(UUID.randomUUID(), 1, student, "601", Map.of());
        state.attendance(UUID.randomUUID(), 1, student, "601", 0, "F");
        state.attendance(UUID.randomUUID(), 1, second, "601", 0, "N");
        collection("test-601", "TEST_WINDOW", "");
        String path = "/api/v1/collections/test-601/districts/601";
        eventually(() -> {
            JsonPath checks = json(path + "/completeness");
            assertThat(checks.getInt("members")).isEqualTo(2);
            assertThat(count(checks, "COL-001")).isEqualTo(1);
            assertThat(count(checks, "COL-002")).isZero();
            assertThat(count(checks, "COL-011")).isEqualTo(1);
        });

        Response blocked = post("district-601", path + "/certification", SIGNED);
        assertThat(blocked.statusCode()).isEqualTo(409);
        assertThat(blocked.jsonPath().getString("type")).endsWith("not-complete");
        assertThat(blocked.jsonPath().getList("checks.ruleId")).containsExactly("COL-001");
        assertThat(blocked.jsonPath().getString("checks[0].message"))
                .contains("no PP record")
                .contains("1");
        assertThat(json(path + "/completeness/COL-001").getList("items.school")).containsExactly("733");
        assertThat(json(path + "/certification").getBoolean("certified")).isFalse();

        state.program(UUID.randomUUID(), 1, second, "601", Map.of());
        eventually(() ->
                assertThat(json(path + "/completeness").getBoolean("complete")).isTrue());
        Response signed = post("district-601", path + "/certification", SIGNED);
        assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(201);
        assertThat(signed.jsonPath().getString("signedBy")).isEqualTo("Jane Roe, Superintendent");
        assertThat(signed.jsonPath().getString("account")).isEqualTo("district-601");
        assertThat(signed.jsonPath().getString("warnings")).isEqualTo("COL-011");
        String snapshot = "/api/v1/snapshots/" + signed.jsonPath().getString("snapshotId");
        assertThat(json(snapshot).getInt("rows")).isEqualTo(2);
        assertThat(json(snapshot).getString("district")).isEqualTo("601");
        assertThat(get("district-601", snapshot + "/counts").jsonPath().getInt("total"))
                .isEqualTo(2);
        assertThat(post("district-601", path + "/certification", SIGNED).statusCode())
                .isEqualTo(409);
        assertThat(json("/api/v1/collections/test-601/certifications").getList("items.district"))
                .containsExactly("601");

        String withdrawal = "{\"signedBy\": \"Jane Roe\", \"reason\": \"a class was missing\"}";
        assertThat(post("district-601", path + "/certification/withdrawal", "{\"signedBy\": \"Jane Roe\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("district-601", path + "/certification/withdrawal", withdrawal)
                        .jsonPath()
                        .getString("withdrawnReason"))
                .isEqualTo("a class was missing");
        assertThat(post("district-601", path + "/certification/withdrawal", withdrawal)
                        .statusCode())
                .isEqualTo(409);
        Response again = post("district-601", path + "/certification", SIGNED);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json("/api/v1/snapshots/" + again.jsonPath().getString("snapshotId"))
                        .getInt("revision"))
                .isEqualTo(2);
        assertThat(json(path + "/certification").getList("history")).hasSize(2);
    }

    @Test
    void heldLinesStandAgainstACertificationUntilTheyAreDecided() {
        school("602");
        collection("held-602", "COUNT", "");
        UUID submission = UUID.randomUUID();
        state.held(submission, 2, "602", "SD", "XS-006");
        state.held(submission, 3, "602", "EN", "XS-023");
        state.held(submission, 3, "602", "EN", "XS-022");
        state.held(submission, 3, "602", "EN", "XS-022");
        String path = "/api/v1/collections/held-602/districts/602/completeness";
        eventually(() -> {
            JsonPath checks = json(path);
            assertThat(count(checks, "COL-003")).isEqualTo(1);
            assertThat(count(checks, "COL-004")).isEqualTo(1);
            assertThat(count(checks, "COL-005")).isEqualTo(1);
            assertThat(checks.getBoolean("complete")).isFalse();
        });

        state.released(submission, 2);
        state.released(submission, 3);
        state.released(submission, 3);
        eventually(() -> {
            JsonPath checks = json(path);
            assertThat(count(checks, "COL-003")).isZero();
            assertThat(count(checks, "COL-004")).isZero();
        });
    }

    @Test
    void aHeldLineThatCannotBeReadIsPutAsideAndTheOthersAreFollowed() {
        school("607");
        collection("held-607", "COUNT", "");
        UUID submission = UUID.randomUUID();
        state.held(submission, 2, "607\u0000", "SD", "XS-006");
        state.held(submission, 3, "607", "SD", "XS-006\u0000");
        state.send(Topic.RECORD_HELD, submission + ":4", "{}".getBytes(StandardCharsets.UTF_8));
        state.send(Topic.RECORD_HELD, submission.toString(), (byte[]) null);
        state.send(Topic.RECORD_HELD, submission + ":x", (byte[]) null);
        state.held(submission, 6, "607", "SD", "XS-006");

        eventually(() -> assertThat(count(json("/api/v1/collections/held-607/districts/607/completeness"), "COL-003"))
                .isEqualTo(1));
        assertThat(state.probe()
                        .read(
                                Topic.DEAD_LETTER.topicName(),
                                letter -> new String(letter.value()).contains(Topic.RECORD_HELD.topicName()),
                                5,
                                Duration.ofSeconds(30)))
                .hasSize(5)
                .allSatisfy(letter -> assertThat(new String(letter.value())).doesNotContain("XS-006", ":x"));
    }

    @Test
    void aLineHeldByARuleOfANewerCatalogueWaitsToo() {
        school("608");
        collection("held-608", "COUNT", "");
        UUID submission = UUID.randomUUID();
        state.held(submission, 2, "608", "SD", "XX-999");
        state.held(submission, 3, "608", "EN", "XX-999");
        // Waits with the identity of its student, which is counted by itself.
        state.held(submission, 4, "608", "EN", "XS-006");

        String path = "/api/v1/collections/held-608/districts/608/completeness";
        for (String rule : List.of("COL-003", "COL-004")) {
            eventually(() -> assertThat(count(json(path), rule)).isEqualTo(1));
            assertThat(json(path).getBoolean("checks.find { it.ruleId == '" + rule + "' }.passes"))
                    .isFalse();
        }
        state.released(submission, 2);
        state.released(submission, 3);
        for (String rule : List.of("COL-003", "COL-004")) {
            eventually(() -> assertThat(count(json(path), rule)).isZero());
        }
    }

    @Test
    void theOtherRulesSeeWhatTheyAreFor() {
        school("603");
        collection("end-603", "END_OF_YEAR", "");
        UUID child = UUID.randomUUID();
        state.student(child, 1, "F", "05", "603", "2002-05-14");
        state.student(child, 2, "M", "05", "604", "2002-05-14");
        state.enrollment(child, "603", Map.of("grade", "KG"));
        for (int i = 0; i < 12; i++) {
            state.enrollment(
                    UUID.randomUUID(), "603", Map.of("endDate", "2006-05-30", "startDate", "2005-08-28", "year", 2006));
        }
        state.enrollment(UUID.randomUUID(), "603", Map.of("endDate", "2007-01-10", "endStatus", "140"));
        String path = "/api/v1/collections/end-603/districts/603/completeness";
        eventually(() -> {
            JsonPath checks = json(path);
            assertThat(count(checks, "COL-012")).isEqualTo(1);
            assertThat(count(checks, "COL-009")).isEqualTo(1);
            assertThat(count(checks, "COL-006")).isPositive();
        });
        JsonPath checks = json(path);
        assertThat(checks.getList("checks.ruleId")).hasSize(12).isSorted();
        assertThat(count(checks, "COL-008")).isEqualTo(1);
        assertThat(count(checks, "COL-010")).isEqualTo(1);
        assertThat(checks.getString("checks.find { it.ruleId == 'COL-006' }.message"))
                .contains("all students: 12 last year, 1 now");
        assertThat(checks.getBoolean("checks.find { it.ruleId == 'COL-002' }.applies"))
                .isFalse();
        assertThat(checks.getString("checks.find { it.ruleId == 'COL-008' }.severity"))
                .isEqualTo("BLOCKS_CERTIFICATION");
    }

    @Test
    void aWindowThatIsOverTakesTheSnapshotAndTakesNoSignature() {
        school("605");
        state.enrollment(UUID.randomUUID(), "605", Map.of());
        eventually(() -> assertThat(
                        json("/api/v1/membership?on=2007-03-13&district=605").getInt("total"))
                .isEqualTo(1));
        collection("over-605", "COUNT", ", \"opensOn\": \"2007-03-01\", \"closesOn\": \"2007-03-31\"");

        assertThat(post("district-605", "/api/v1/collections/over-605/districts/605/certification", SIGNED)
                        .jsonPath()
                        .getString("type"))
                .endsWith("window-closed");
        eventually(() -> {
            JsonPath taken = json("/api/v1/snapshots?name=Collection%20over-605");
            assertThat(taken.getInt("total")).isEqualTo(1);
            assertThat(taken.getString("items[0].takenBy")).isEqualTo("schedule");
            assertThat(taken.getString("items[0].collection")).isEqualTo("over-605");
        });
    }

    @Test
    void aCalendarsOwnCountDateGoesBeforeTheOneForAll() {
        state.register("606");
        state.calendar("606", "733", 2007, LocalDate.of(2007, 3, 20));
        state.enrollment(UUID.randomUUID(), "606", Map.of("startDate", "2007-03-19"));
        state.enrollment(UUID.randomUUID(), "606", Map.of("endDate", "2007-03-15", "endStatus", "180"));
        state.enrollment(
                UUID.randomUUID(), "606", Map.of("schoolNumber", "734", "endDate", "2007-03-15", "grade", "10"));
        eventually(() -> assertThat(
                        json("/api/v1/membership?on=2007-03-13&district=606").getInt("total"))
                .isEqualTo(2));
        assertThat(put(
                                "opi",
                                "/api/v1/collections/own-606",
                                "{\"name\": \"Own days\", \"year\": 2007, \"countDate\": \"2007-03-13\", \"byCalendar\": true}")
                        .statusCode())
                .isEqualTo(200);

        String taken = post("opi", "/api/v1/collections/own-606/snapshot", "")
                .jsonPath()
                .getString("id");
        assertThat(json("/api/v1/snapshots/" + taken + "/counts?by=school,grade&district=606")
                        .getList("rows"))
                .isEqualTo(List.of(
                        Map.of("district", "606", "school", "733", "grade", "09", "students", 1),
                        Map.of("district", "606", "school", "734", "grade", "10", "students", 1)));
    }

    @Test
    void whoMayNotIsToldSo() {
        school("607");
        school("608");
        collection("mine-607", "COUNT", "");
        String path = "/api/v1/collections/mine-607/districts/607";
        for (String each : List.of("/completeness", "/completeness/COL-001", "/certification")) {
            assertThat(get("district-608", path + each).statusCode()).as(each).isEqualTo(404);
        }
        assertThat(post("district-608", path + "/certification", SIGNED).statusCode())
                .isEqualTo(404);
        assertThat(put("district-607", "/api/v1/collections/mine-607", "{}").statusCode())
                .isEqualTo(403);
        assertThat(post("district-607", "/api/v1/collections/mine-607/snapshot", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("opi", "/api/v1/collections/nothing").statusCode()).isEqualTo(404);
        assertThat(get("opi", path + "/completeness/COL-999").statusCode()).isEqualTo(404);
        assertThat(post("district-607", path + "/certification", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCollectionThatIsNoneIsRefused() {
        for (String body : List.of(
                "",
                "{}",
                "{\"name\": \"a\", \"year\": 2007}",
                "{\"name\": \"a\", \"year\": 7, \"countDate\": \"2007-03-13\"}",
                "{\"name\": \"a\", \"year\": 2007, \"countDate\": \"2007-02-30\"}",
                "{\"name\": \"a\", \"year\": 2007, \"countDate\": \"2007-03-13\", \"kind\": \"SHOES\"}",
                "{\"name\": \"a\", \"year\": 2007, \"countDate\": \"2007-03-13\", \"opensOn\": \"2007-04-01\","
                        + " \"closesOn\": \"2007-03-01\"}")) {
            Response answer = put("opi", "/api/v1/collections/none", body);
            assertThat(answer.statusCode()).as(body + answer.asString()).isEqualTo(400);
        }
        assertThat(put("opi", "/api/v1/collections/No%20Name", "{\"name\": \"a\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private void school(String district) {
        state.register(district);
        state.school(district, "733", "KG", "12");
        state.calendar(district, "733", 2007, LocalDate.of(2007, 3, 13));
    }

    private static void collection(String id, String kind, String more) {
        String body = "{\"name\": \"Collection " + id + "\", \"year\": 2007, \"kind\": \"" + kind
                + "\", \"countDate\": \"2007-03-13\"" + more + "}";
        Response answer = put("opi", "/api/v1/collections/" + id, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static int count(JsonPath completeness, String rule) {
        return completeness.getInt("checks.find { it.ruleId == '" + rule + "' }.count");
    }
}
