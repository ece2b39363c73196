package gov.mt.opi.aim.reporting.report;

import static gov.mt.opi.aim.reporting.Asked.csv;
import static gov.mt.opi.aim.reporting.Asked.get;
import static gov.mt.opi.aim.reporting.Asked.json;
import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.reporting.StateTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups of two schools that can be counted by hand. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubgroupsReportTest {

    private static final String REPORT = "/api/v1/reports/subgroups";

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void twoSchools() {
        state.register("506");
        enrolled("733", "01", Map.of("freeReducedLunch", "F", "lepStatus", "01"));
        enrolled("733", "05", Map.of("freeReducedLunch", "R", "spedStatus", "Y"));
        enrolled("733", "05", Map.of("lepStatus", "02"));
        enrolled("734", "05", Map.of());
        eventually(() -> {
            JsonPath answer = json(REPORT + "?on=2007-03-13&district=506");
            assertThat(students(answer, "all")).isEqualTo(4);
            assertThat(students(answer, "economicallyDisadvantaged")).isEqualTo(2);
            assertThat(students(answer, "raceEthnicity-05")).isEqualTo(3);
        });
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void aStudentIsInEveryGroupThatFits() {
        JsonPath answer = json(REPORT + "?on=2007-03-13&district=506&minimum=2");

        assertThat(answer.getList("rows")).hasSize(10);
        assertThat(students(answer, "sped")).isEqualTo(1);
        assertThat(students(answer, "lep")).isEqualTo(1);
        assertThat(students(answer, "raceEthnicity-01")).isEqualTo(1);
        assertThat(students(answer, "raceEthnicity-02")).isZero();
        assertThat(answer.getList("rows.findAll { it.counts }.subgroup"))
                .containsExactly("all", "raceEthnicity-05", "economicallyDisadvantaged");
    }

    @Test
    void schoolsAreToldApart() {
        assertThat(csv(REPORT + "?on=2007-03-13&district=506&level=school"))
                .startsWith("district,school,subgroup,students,counts\r\n506,733,all,3,false\r\n")
                .contains("506,734,all,1,false\r\n", "506,734,sped,0,false\r\n");
        assertThat(get("district-506", REPORT + "?on=2007-03-13&level=district")
                        .jsonPath()
                        .getList("rows.district"))
                .hasSize(10)
                .containsOnly("506");
    }

    @Test
    void nonsenseIsABadRequest() {
        for (String query : new String[] {
            "on=",
            "on=2007-03-13&level=galaxy",
            "on=2007-03-13&minimum=few",
            "on=2007-03-13&by=grade",
            "on=2007-03-13&grade=06"
        }) {
            assertThat(get("opi", REPORT + "?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(get("opi", REPORT + "?snapshot=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private static int students(JsonPath answer, String subgroup) {
        return answer.getInt("rows.find { it.subgroup == '" + subgroup + "' }.students");
    }

    private void enrolled(String school, String race, Map<String, Object> programs) {
        UUID student = UUID.randomUUID();
        state.student(student, 1, "F", race);
        state.enrollment(student, "506", Map.of("schoolNumber", school));
        state.program(UUID.randomUUID(), 1, student, "506", programs);
    }
}
