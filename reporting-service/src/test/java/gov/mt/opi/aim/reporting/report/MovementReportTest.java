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

/** Moves between two districts, those that fit and those that do not. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovementReportTest {

    private static final String REPORT = "/api/v1/reports/movement";

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void moves() {
        state.register("504");
        state.register("505");
        // Fits: left one day, was there the next.
        UUID moved = UUID.randomUUID();
        state.enrollment(moved, "504", Map.of("endDate", "2006-12-15", "endStatus", "140"));
        state.enrollment(moved, "505", Map.of("startDate", "2006-12-16", "startStatus", "04"));
        // Left for another district and is in none.
        state.enrollment(UUID.randomUUID(), "504", Map.of("endDate", "2006-12-15", "endStatus", "140"));
        // Said to go to another district, and is at another school of the same.
        UUID stayed = UUID.randomUUID();
        state.enrollment(stayed, "504", Map.of("endDate", "2006-12-15", "endStatus", "140"));
        state.enrollment(stayed, "504", Map.of("startDate", "2007-01-08", "schoolNumber", "734", "startStatus", "01"));
        // Out of the state: nobody to ask.
        state.enrollment(UUID.randomUUID(), "504", Map.of("endDate", "2006-12-15", "endStatus", "180"));
        // Came from a public school that nobody knows.
        state.enrollment(UUID.randomUUID(), "505", Map.of("startDate", "2007-01-08", "startStatus", "04"));
        // In two districts at once.
        UUID both = UUID.randomUUID();
        state.enrollment(both, "504", Map.of());
        state.enrollment(both, "505", Map.of("startDate", "2007-02-01", "startStatus", "01"));
        eventually(() -> assertThat(json(REPORT + "?year=2007&district=504,505").getMap("totals"))
                .isEqualTo(Map.of("exitsWithoutLanding", 2, "entriesWithoutLeaving", 1, "overlaps", 2)));
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void eachDistrictHasItsSide() {
        assertThat(csv(REPORT + "?year=2007&district=504,505&by=district"))
                .isEqualTo("district,exitsWithoutLanding,entriesWithoutLeaving,overlaps\r\n504,2,0,1\r\n505,0,1,1\r\n");
    }

    @Test
    void anOverlapNamesTheOtherSide() {
        JsonPath list = get("district-505", REPORT + "/students?year=2007").jsonPath();

        assertThat(list.getInt("total")).isEqualTo(2);
        assertThat(list.getMap("items.find { it.kind == 'overlap' }"))
                .containsEntry("district", "505")
                .containsEntry("day", "2007-02-01")
                .containsEntry("otherDistrict", "504")
                .containsEntry("otherSchool", "733")
                .containsEntry("otherDay", "2006-08-28");
    }
}
