package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.statestore.changes.Resync;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ResyncServiceTest {

    @Inject
    DataSource database;

    @Inject
    Resync resync;

    @Inject
    StateTopicsScene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aStudentIsPublishedAgainWithTheSameVersionsAndIds() {
        scene.aHistoryOfDistrict("83");
        Map<String, String> before = scene.newestIds("83000000");
        int sentBefore = scene.count("83000000");
        as("opi")
                .contentType("application/json")
                .body("{\"stateId\": \"830000001\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(202)
                .body("students", equalTo(1))
                .body("things", equalTo(4));
        assertThat(scene.waitFor("83000000", sentBefore + 4)).isEqualTo(sentBefore + 4);
        assertThat(scene.newestIds("83000000")).isEqualTo(before);
        as("opi")
                .get("/api/v1/audit?action=resync&stateId=830000001")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Test
    void aDistrictIsPublishedAgainWithItsTombstones() throws SQLException {
        scene.aHistoryOfDistrict("84");
        UUID wrong = scene.keyOfTheEnrollmentIn("840000002", "702");
        scene.takeOut(wrong);
        int sentBefore = scene.count("84000000");
        as("opi")
                .contentType("application/json")
                .body("{\"districtNumber\": \"84\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(202)
                .body("students", equalTo(3))
                .body("things", equalTo(10));
        assertThat(scene.waitFor("84000000", sentBefore + 9)).isEqualTo(sentBefore + 9);
        assertThat(scene.tombstones(wrong, 2)).isEqualTo(2);
        assertThat(scene.readFromTheBeginning("84000000")).isEqualTo(ViewRows.read(database, "84000000"));
    }

    @Test
    void whatIsPublishedAgainNeverOvertakesAChange() throws Exception {
        scene.aHistoryOfDistrict("85");
        Thread again = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                resync.student("850000001");
            }
        });
        again.start();
        for (int day = 10; day < 25; day++) {
            scene.send(Records.file("85", day)
                    .sd("850000001", "1", day % 2 == 0 ? "Archer" : "Archerd", "Ann", "F", "1996-01-01"));
        }
        again.join();
        Map<String, Map<String, String>> view = ViewRows.read(database, "850000001");
        assertThat(view.values()).extracting(row -> row.get("version")).contains("17");
        Map<String, Map<String, String>> told = Map.of();
        for (int i = 0; i < 50 && !told.equals(view); i++) {
            Thread.sleep(100);
            told = scene.readFromTheBeginning("850000001");
        }
        assertThat(told).isEqualTo(view);
    }

    @Test
    void resyncIsForTheAdministratorAndForWhatThereIs() {
        ServiceScene.register("86");
        as("district-86")
                .contentType("application/json")
                .body("{\"districtNumber\": \"86\"}")
                .post("/api/v1/resync")
                .then()
                .statusCode(403);
        wanted("{\"stateId\": \"999999999\"}").statusCode(404);
        wanted("{\"districtNumber\": \"9998\"}").statusCode(404);
        wanted("{\"districtNumber\": \"86\"}").statusCode(202).body("things", equalTo(0));
        wanted("{\"districtNumber\": \"Big Sky\"}").statusCode(400);
        wanted("{}").statusCode(400);
        wanted("[").statusCode(400);
        wanted("{\"stateId\": \"1\", \"districtNumber\": \"86\"}").statusCode(400);
    }

    private static ValidatableResponse wanted(String body) {
        return as("opi")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/resync")
                .then();
    }
}
