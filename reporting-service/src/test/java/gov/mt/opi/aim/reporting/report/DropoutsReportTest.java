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

/** A year of one high school, every way it can end, counted by hand. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DropoutsReportTest {

    private static final String REPORT = "/api/v1/reports/dropouts";

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void aYear() {
        state.register("502");
        state.register("503");
        enrolled(Map.of("grade", "08"));
        enrolled(Map.of("grade", "11"));
        enrolled(Map.of("grade", "06", "endDate", "2007-02-01", "endStatus", "300"));
        enrolled(ended("10", "2007-02-01", "300"));
        enrolled(ended("07", "2007-09-30", "340"));
        enrolled(ended("12", "2007-06-01", "400"));
        enrolled(ended("12", "2007-06-01", "410"));
        // In the year before, and in the year after.
        enrolled(ended("10", "2006-09-30", "300"));
        enrolled(ended("10", "2007-10-01", "300"));
        // Came back, here and elsewhere; completed; died.
        UUID back = enrolled(ended("10", "2007-02-01", "300"));
        state.enrollment(back, "502", Map.of("startDate", "2007-09-04", "grade", "10", "year", 2008));
        UUID elsewhere = enrolled(ended("10", "2007-02-01", "320"));
        state.enrollment(elsewhere, "503", Map.of("startDate", "2007-04-02", "grade", "10"));
        UUID completed = enrolled(ended("12", "2007-02-01", "300"));
        state.enrollment(
                completed,
                "502",
                Map.of("serviceType", "S", "schoolNumber", "734", "endDate", "2007-05-01", "endStatus", "420"));
        UUID dead = enrolled(ended("12", "2007-02-01", "300"));
        state.enrollment(
                dead,
                "502",
                Map.of("serviceType", "S", "schoolNumber", "734", "endDate", "2007-05-01", "endStatus", "500"));
        eventually(() -> {
            JsonPath totals = json(REPORT + "?year=2007&district=502");
            assertThat(totals.getInt("totals.membership7to12")).isEqualTo(11);
            assertThat(totals.getInt("totals.dropouts")).isEqualTo(2);
            assertThat(totals.getInt("totals.otherCompleters")).isEqualTo(1);
        });
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void countsDropoutsOnceAndNotWhoCameBack() {
        JsonPath answer = json(REPORT + "?year=2007&district=502&by=grade");

        assertThat(answer.getMap("totals"))
                .containsEntry("dropouts", 2)
                .containsEntry("membership7to12", 11)
                .containsEntry("dropouts9to12", 1)
                .containsEntry("membership9to12", 9)
                .containsEntry("graduates", 1)
                .containsEntry("gedCompleters", 1)
                .containsEntry("otherCompleters", 1);
        assertThat(answer.getDouble("totals.dropoutRate7to12")).isEqualTo(0.1818);
        assertThat(answer.getDouble("totals.dropoutRate9to12")).isEqualTo(0.1111);
        assertThat(answer.getList("rows.grade")).containsExactly("07", "08", "09", "10", "11", "12");
        assertThat(answer.getList("rows.dropouts")).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(answer.getList("rows.membership7to12")).containsExactly(1, 1, 0, 4, 1, 4);
    }

    @Test
    void theyAreListedWithHowTheyLeft() {
        JsonPath list = json(REPORT + "/students?year=2007&district=502");

        assertThat(list.getString("asOf")).isNotBlank();
        assertThat(list.getList("items.kind"))
                .containsExactlyInAnyOrder("dropout", "dropout", "graduate", "ged", "other");
        assertThat(list.getList("items.findAll { it.kind == 'dropout' }.endDate"))
                .containsExactlyInAnyOrder("2007-02-01", "2007-09-30");
        assertThat(json("/api/v1/audit").getString("items[0].action")).isEqualTo("listed students of dropouts");
        assertThat(json("/api/v1/audit").getString("items[0].subject")).isEqualTo("year 2007, district 502");
        assertThat(get("district-502", "/api/v1/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void aDistrictSeesItsOwn() {
        assertThat(get("district-503", REPORT + "?year=2007").jsonPath().getInt("totals.dropouts"))
                .isZero();
        assertThat(get("district-503", REPORT + "/students?year=2007&district=502")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theNextYearHasItsOwn() {
        assertThat(json(REPORT + "?year=2008&district=502").getInt("totals.dropouts"))
                .isEqualTo(1);
        assertThat(json(REPORT + "?year=2006&district=502").getInt("totals.dropouts"))
                .isEqualTo(1);
        assertThat(csv(REPORT + "?year=1950&district=502")).endsWith("\r\n0,0,,0,0,,0,0,0\r\n");
    }

    private static Map<String, Object> ended(String grade, String end, String status) {
        return Map.of("grade", grade, "endDate", end, "endStatus", status);
    }

    private UUID enrolled(Map<String, Object> fields) {
        UUID student = UUID.randomUUID();
        state.enrollment(student, "502", fields);
        return student;
    }
}
