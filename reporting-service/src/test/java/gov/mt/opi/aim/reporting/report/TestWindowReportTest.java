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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attendance of a school that can be counted by hand. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestWindowReportTest {

    private static final String REPORT = "/api/v1/reports/test-window-attendance";

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void aSchoolOfFive() {
        state.register("501");
        state.calendar("501", "733", 2007, LocalDate.of(2007, 3, 13));
        state.calendar("501", "734", 2007, null);
        UUID present = enrolled("09", Map.of());
        UUID absent = enrolled("09", Map.of());
        UUID halfTime = enrolled("10", Map.of());
        enrolled("10", Map.of());
        UUID leftBefore = enrolled("10", Map.of("endDate", "2007-03-12", "endStatus", "180"));
        UUID secondary = enrolled("10", Map.of("serviceType", "S"));
        UUID elsewhere = enrolled("10", Map.of("schoolNumber", "734"));
        state.attendance(UUID.randomUUID(), 1, present, "501", 0, "F");
        state.attendance(UUID.randomUUID(), 1, absent, "501", 1, "F");
        state.attendance(UUID.randomUUID(), 1, halfTime, "501", 0.25, "H");
        state.attendance(UUID.randomUUID(), 1, leftBefore, "501", 1, "F");
        state.attendance(UUID.randomUUID(), 1, secondary, "501", 1, "F");
        state.attendance(UUID.randomUUID(), 1, elsewhere, "501", 1, "F");
        eventually(() -> {
            JsonPath totals = json(REPORT + "?year=2007&district=501");
            assertThat(totals.getInt("totals.enrolled")).isEqualTo(4);
            assertThat(totals.getInt("totals.withAttendance")).isEqualTo(3);
        });
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void theRateIsOfThoseWithAttendance() {
        JsonPath answer = json(REPORT + "?year=2007&district=501");

        assertThat(answer.getInt("totals.withoutAttendance")).isEqualTo(1);
        assertThat(answer.getDouble("totals.portionsAbsent")).isEqualTo(1.25);
        assertThat(answer.getDouble("totals.attendanceRate")).isEqualTo(0.5833);
        assertThat(answer.getDouble("totals.weightedEnrollment")).isEqualTo(2.5);
        assertThat(answer.getString("definition")).contains("not the statutory ANB");
        assertThat(answer.getString("asOf")).isNotBlank();
    }

    @Test
    void groupsAddUpToTheTotal() {
        assertThat(csv(REPORT + "?year=2007&district=501&by=grade"))
                .isEqualTo(
                        "grade,enrolled,withAttendance,withoutAttendance,portionsAbsent,attendanceRate,weightedEnrollment\r\n"
                                + "09,2,2,0,1.000,0.5000,2\r\n"
                                + "10,2,1,1,0.250,0.7500,0.5\r\n");
    }

    @Test
    void whoHasNoAttendanceIsListed() {
        JsonPath list = json(REPORT + "/students?year=2007&district=501");

        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(list.getString("items[0].grade")).isEqualTo("10");
        assertThat(list.getString("items[0].countDate")).isEqualTo("2007-03-13");
    }

    @Test
    void aYearWithoutCountDatesIsAnEmptyAnswer() {
        JsonPath answer = json(REPORT + "?year=1950&by=district");

        assertThat(answer.getInt("totals.enrolled")).isZero();
        assertThat(answer.getList("rows")).isEmpty();
        assertThat(answer.getString("totals.attendanceRate")).isNull();
    }

    @Test
    void nonsenseIsABadRequest() {
        for (String query : new String[] {
            "year=", "year=07", "year=2007&by=shoe", "year=2007&by=serviceType", "year=2007&on=2007-03-13"
        }) {
            assertThat(get("opi", REPORT + "?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(get("opi", "/api/v1/reports/shoes?year=2007").statusCode()).isEqualTo(404);
    }

    private UUID enrolled(String grade, Map<String, Object> more) {
        UUID student = UUID.randomUUID();
        Map<String, Object> fields = new java.util.HashMap<>(more);
        fields.put("grade", grade);
        state.enrollment(student, "501", fields);
        return student;
    }
}
