package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class AuditServiceTest {

    private static final String STATE_ID = "710000001";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    DataSource database;

    private ServiceScene scene;

    @BeforeEach
    void oneStudentOfDistrict71() {
        scene = new ServiceScene(bootstrapServers);
        ServiceScene.register("71", "72");
        scene.send(Records.file("71", 1).adopting().sd(STATE_ID, "1", "Audley", "Ann", "F", "1996-01-01"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyReadOfAStudentIsRecorded() {
        String key = as("district-71")
                .get("/api/v1/students/" + STATE_ID)
                .then()
                .statusCode(200)
                .extract()
                .path("studentKey");
        as("district-71").get("/api/v1/students?localId=1").then().statusCode(200);
        as("opi")
                .get("/api/v1/audit?stateId=" + STATE_ID + "&who=district-71")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("items[0].action", equalTo("STUDENTS_LISTED"))
                .body("items[1].action", equalTo("STUDENT_READ"))
                .body("items[1].studentKeys", equalTo(List.of(key)))
                .body("items.who", everyItem(equalTo("district-71")));
        as("opi").get("/api/v1/audit?who=opi&stateId=" + STATE_ID).then().body("items.action", hasItem("AUDIT_READ"));
    }

    @Test
    void whatWasRefusedIsNoRead() {
        as("district-72").get("/api/v1/students/" + STATE_ID).then().statusCode(404);
        as("opi")
                .get("/api/v1/audit?who=district-72&stateId=" + STATE_ID)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void anUnknownStudentHasNoEntries() {
        as("opi").get("/api/v1/audit?stateId=999999999").then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void onlyTheAdministratorReadsTheAudit() {
        as("district-71").get("/api/v1/audit").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "action=PEEK", "page=x"})
    void nonsenseIsA400(String query) {
        as("opi").get("/api/v1/audit?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit SET who = 'nobody'", "DELETE FROM audit", "TRUNCATE audit"})
    void theDatabaseRefusesToChangeTheAudit(String statement) throws SQLException {
        as("opi").get("/api/v1/students/" + STATE_ID).then().statusCode(200);
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).hasMessageContaining("append only");
        }
    }

    @Test
    void aReadThatCannotBeRecordedIsNotAnswered() throws SQLException {
        run("ALTER TABLE audit RENAME TO audit_away");
        try {
            as("opi")
                    .get("/api/v1/students/" + STATE_ID)
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("lastName", nullValue());
        } finally {
            run("ALTER TABLE audit_away RENAME TO audit");
        }
    }

    @Test
    void wordsOfPeopleAreNotKept() {
        assertThatThrownBy(() -> AuditEntry.of("opi", AuditAction.RECORD_VOIDED).about("reason", "Ann moved away"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Ann"));
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
